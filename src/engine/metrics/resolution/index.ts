import type { PixelBox } from "../../../math/index.ts";

/** Side of a face's box in pixels of the picture: the shorter one where it is not square. */
export function resolutionPx(box: PixelBox): number {
  return Math.min(box.width, box.height);
}
