import type { PixelSize } from "../../math/index.ts";

/** A picture that can be drawn, of known size. Its pixels stay as they are once it was searched. */
export type Picture = CanvasImageSource & PixelSize<"picture">;

/** The smaller copies of each picture, which go with it. */
const copies = new WeakMap<Picture, OffscreenCanvas[]>();

/**
 * `picture`, halved `times` times: each pixel is the mean of the four that it stands for.
 *
 * Browsers reduce pictures in ways of their own, by which a reading changes by years; on halves they agree.
 */
export function halved(picture: Picture, times: number): Picture {
  if (times === 0) return picture;
  const known = copies.get(picture) ?? [];
  copies.set(picture, known);
  for (let done = known.length; done < times; done++) known.push(halfOf(known[done - 1] ?? picture));
  return known[times - 1] ?? picture;
}

function halfOf(picture: Picture): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.ceil(picture.width / 2), Math.ceil(picture.height / 2));
  const context = bilinearContext(canvas);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** For drawing on a canvas with the one kind of sampling that browsers agree on. */
export function bilinearContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error("This browser gives no 2-D canvas in a worker.");
  context.imageSmoothingQuality = "low";
  return context;
}
