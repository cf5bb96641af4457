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
export interface ZoomFrame {
  readonly stage: PixelSize<"screen">;
  /** Size of the picture at scale 1. */
  readonly fit: PixelSize<"screen">;
  /** Width of the picture in its own pixels. */
  readonly pictureWidth: number;
}

/** One pixel of a picture is drawn over at most so many CSS pixels, but every picture can be zoomed so many times. */
const MOST = 4;

/** The whole picture, in the middle of the stage. */
export function unzoomed(frame: ZoomFrame): Zoom {
  return bounded({ scale: 1, left: 0, top: 0 }, frame);
}

/** Zooms by `factor` so that what lies at the point (x, y) of the stage stays there. */
export function zoomAt(zoom: Zoom, factor: number, x: number, y: number, frame: ZoomFrame): Zoom {
  const largest = MOST * Math.max(1, frame.pictureWidth / frame.fit.width);
  const scale = clamp(zoom.scale * factor, 1, largest);
  const ratio = scale / zoom.scale;
  return bounded({ scale, left: x - (x - zoom.left) * ratio, top: y - (y - zoom.top) * ratio }, frame);
}

/** Moves the picture, but never so far that a gap opens between it and an edge of the stage. */
export function panBy(zoom: Zoom, dx: number, dy: number, frame: ZoomFrame): Zoom {
  return bounded({ ...zoom, left: zoom.left + dx, top: zoom.top + dy }, frame);
}

/** Moves the picture as little as shows `box`, which is given in CSS pixels of the picture as it is drawn now. */
export function reveal(zoom: Zoom, box: PixelBox<"screen">, frame: ZoomFrame): Zoom {
  const dx = shift(zoom.left + box.x, box.width, frame.stage.width);
  const dy = shift(zoom.top + box.y, box.height, frame.stage.height);
  return dx === 0 && dy === 0 ? zoom : panBy(zoom, dx, dy, frame);
}

/** A zoom inside its bounds; where the picture is smaller than the stage it lies in the middle. */
export function bounded({ scale, left, top }: Zoom, { stage, fit }: ZoomFrame): Zoom {
  return {
    scale,
    left: inside(left, stage.width - fit.width * scale),
    top: inside(top, stage.height - fit.height * scale),
  };
}

function inside(offset: number, room: number): number {
  return room >= 0 ? room / 2 : clamp(offset, room, 0);
}

/** How far something from `start` must move to lie inside 0…length; what is longer is put in the middle. */
function shift(start: number, size: number, length: number): number {
  if (size > length) return (length - size) / 2 - start;
  return clamp(start, 0, length - size) - start;
}
