import type { PixelSize } from "../../math/index.ts";

/** Tiny pictures are drawn larger, but not so large that nothing but blocks is left. */
const LARGEST_MAGNIFICATION = 6;

/**
 * The size at which a picture fills `stage` without being cropped or distorted.
 *
 * @example fitInto({ width: 400, height: 200 }, { width: 100, height: 100 }) // { width: 100, height: 50 }
 */
export function fitInto(picture: PixelSize<"picture">, stage: PixelSize<"screen">): PixelSize<"screen"> {
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height, LARGEST_MAGNIFICATION);
  return { width: picture.width * scale, height: picture.height * scale };
}
