/**
 * The grids of pixels that coordinates can be given in. `picture`: the upright picture. `crop`: a face's aligned crop.
 * `view`: what the detector is shown. `input`: that, as its network is given it. `screen`: CSS pixels of the page.
 */
export type Space = "picture" | "crop" | "view" | "input" | "screen";

declare const space: unique symbol;

/**
 * Labels coordinates with their space, for the compiler alone: nothing is stored. What has a label goes nowhere that asks
 * for another one; literals without a label go everywhere.
 */
interface In<S extends Space> {
  readonly [space]?: S;
}

/** A point in continuous coordinates: the centre of pixel (i, j) is (i + 0.5, j + 0.5), origin at the top left. */
export interface Point<S extends Space = Space> extends In<S> {
  readonly x: number;
  readonly y: number;
}

/** An axis-aligned rectangle by its top left corner and its size. */
export interface PixelBox<S extends Space = Space> extends In<S> {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width and height in pixels. */
export interface PixelSize<S extends Space = Space> extends In<S> {
  readonly width: number;
  readonly height: number;
}

/** Centre of a box. */
export function boxCentre<S extends Space>(box: PixelBox<S>): Point<S> {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The smallest box that holds all `points` (at least one). */
export function boundingBox<S extends Space>(points: readonly Point<S>[]): PixelBox<S> {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Area that two boxes share, in square pixels. */
export function sharedArea<S extends Space>(a: PixelBox<S>, b: PixelBox<NoInfer<S>>): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Intersection over union of two boxes, 0…1; 0 for boxes without area. */
export function intersectionOverUnion<S extends Space>(a: PixelBox<S>, b: PixelBox<NoInfer<S>>): number {
  const shared = sharedArea(a, b);
  return shared > 0 ? shared / (a.width * a.height + b.width * b.height - shared) : 0;
}

/** Euclidean distance in pixels. */
export function distance<S extends Space>(a: Point<S>, b: Point<NoInfer<S>>): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
