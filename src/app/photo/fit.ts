/** Width and height in CSS pixels or in pixels of a picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Tiny pictures are drawn larger, but not so large that nothing but blocks is left. */
const LARGEST_MAGNIFICATION = 6;

/**
 * The size at which a picture fills `stage` without being cropped or distorted.
 *
 * @example fitInto({ width: 400, height: 200 }, { width: 100, height: 100 }) // { width: 100, height: 50 }
 */
export function fitInto(picture: Size, stage: Size): Size {
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height, LARGEST_MAGNIFICATION);
  return { width: picture.width * scale, height: picture.height * scale };
}
