import { clamp, type PixelBox, type PixelSize } from "../../../math/index.ts";

/** How a picture lies on its stage; lengths in CSS pixels. */
export interface Zoom {
  /** 1 where the whole picture fits the stage. */
  readonly scale: number;
  /** From the stage's top left corner to the picture's. */
  readonly left: number;
  readonly top: number;
}

/** What bounds a zoom. */
export interface ZoomLimits {
  readonly stage: PixelSize<"screen">;
  /** Size of the picture at scale 1. */
  readonly fit: PixelSize<"screen">;
  /** Width of the picture in its own pixels. */
  readonly pictureWidth: number;
}

/** One pixel of a picture is drawn over at most so many CSS pixels, but every picture can be zoomed so many times. */
const MOST = 4;

/** The whole picture, in the middle of the stage. */
export function unzoomed(limits: ZoomLimits): Zoom {
  return bounded({ scale: 1, left: 0, top: 0 }, limits);
}

/** Zooms by `factor` so that what lies at the point (x, y) of the stage stays there. */
export function zoomAt(zoom: Zoom, factor: number, x: number, y: number, limits: ZoomLimits): Zoom {
  const largest = MOST * Math.max(1, limits.pictureWidth / limits.fit.width);
  const scale = clamp(zoom.scale * factor, 1, largest);
  const ratio = scale / zoom.scale;
  return bounded({ scale, left: x - (x - zoom.left) * ratio, top: y - (y - zoom.top) * ratio }, limits);
}

/** Moves the picture, but never so far that a gap opens between it and an edge of the stage. */
export function panBy(zoom: Zoom, dx: number, dy: number, limits: ZoomLimits): Zoom {
  return bounded({ ...zoom, left: zoom.left + dx, top: zoom.top + dy }, limits);
}

/** Moves the picture as little as shows `box`, which is given in CSS pixels of the picture as it is drawn now. */
export function reveal(zoom: Zoom, box: PixelBox<"screen">, limits: ZoomLimits): Zoom {
  const dx = shift(zoom.left + box.x, box.width, limits.stage.width);
  const dy = shift(zoom.top + box.y, box.height, limits.stage.height);
  return dx === 0 && dy === 0 ? zoom : panBy(zoom, dx, dy, limits);
}

/** A zoom inside its bounds; where the picture is smaller than the stage it lies in the middle. */
export function bounded({ scale, left, top }: Zoom, { stage, fit }: ZoomLimits): Zoom {
  return {
    scale,
    left: inside(left, stage.width - fit.width * scale),
    top: inside(top, stage.height - fit.height * scale),
  };
}

function inside(offset: number, space: number): number {
  return space >= 0 ? space / 2 : clamp(offset, space, 0);
}

/** How far something from `start` must move to lie inside 0…length; what is longer is put in the middle. */
function shift(start: number, size: number, length: number): number {
  if (size > length) return (length - size) / 2 - start;
  return clamp(start, 0, length - size) - start;
}
