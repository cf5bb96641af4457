import { EngineError } from "../errors.ts";
import { checkHeader } from "./header.ts";

/** Anything that a picture may arrive as. */
export type ImageInput = Blob | ImageBitmap | VideoFrame;

/** Longer pictures are scaled down: faces stay far larger than their crops, and the picture fits every GPU. */
export const MAX_SIDE_PX = 4096;

/**
 * Decodes a picture, upright as its EXIF orientation says. The caller closes the result.
 *
 * @throws EngineError when the file is no picture, is damaged, or does not fit; see checkHeader.
 */
export async function decodeImage(input: ImageInput): Promise<ImageBitmap> {
  const full = input instanceof Blob ? await decodeFile(input) : await createImageBitmap(input);
  const scale = MAX_SIDE_PX / Math.max(full.width, full.height);
  if (scale >= 1) return full;
  const resizeWidth = Math.max(1, Math.round(full.width * scale));
  const resizeHeight = Math.max(1, Math.round(full.height * scale));
  try {
    return await createImageBitmap(full, { resizeWidth, resizeHeight, resizeQuality: "high" });
  } finally {
    full.close();
  }
}

async function decodeFile(file: Blob): Promise<ImageBitmap> {
  checkHeader(new Uint8Array(await file.arrayBuffer()));
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (error) {
    throw new EngineError("damaged-image", "This picture is damaged or incomplete: try another copy of it.", {
      cause: error,
    });
  }
}
