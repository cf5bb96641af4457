import type { DecoderInput } from "../decode/decode.ts";
import { kindOfFile } from "../decode/kinds.ts";

/** Drawings have no pixels of their own: the longer side is drawn with as many as faces need. */
const DRAWN_SIDE_PX = 2048;

/**
 * Draws an SVG file as a bitmap, because only pages can decode SVG, not workers. Anything else comes back as it is, and so
 * does a drawing that the browser refuses, so that the engine says what is wrong with it.
 */
export async function drawnIfSvg(input: Blob): Promise<DecoderInput> {
  if ((await kindOfFile(input)) !== "SVG") return input;
  const url = URL.createObjectURL(new Blob([input], { type: "image/svg+xml" }));
  try {
    return await draw(url);
  } catch {
    // Not drawable: the engine names the kind of file.
    return input;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function draw(url: string): Promise<ImageBitmap> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { naturalWidth, naturalHeight } = image;
  const scale = DRAWN_SIDE_PX / Math.max(naturalWidth, naturalHeight);
  const [width, height] = [naturalWidth, naturalHeight].map((side) => Math.max(1, Math.round(side * scale)));
  const context = new OffscreenCanvas(width ?? 1, height ?? 1).getContext("2d");
  if (!context || naturalWidth === 0 || naturalHeight === 0) throw new Error("This drawing has no size.");
  context.drawImage(image, 0, 0, context.canvas.width, context.canvas.height);
  return context.canvas.transferToImageBitmap();
}
