import type { FileUrls } from "../worker/config.ts";
import { decodeImage } from "./decode.ts";

/** Of the copy, which is shown and read in the file's place. */
const JPEG_QUALITY = 0.95;

/**
 * The picture as a file that this browser can show: the file itself where it can, else a JPEG copy, upright.
 *
 * `files` as for decodeImage.
 *
 * @throws EngineError as decodeImage.
 */
export async function showableCopy(picture: Blob, files?: FileUrls): Promise<Blob> {
  if (await canShow(picture)) return picture;
  const bitmap = await decodeImage(picture, files);
  try {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
    return await canvas.convertToBlob({ type: "image/jpeg", quality: JPEG_QUALITY });
  } finally {
    bitmap.close();
  }
}

async function canShow(picture: Blob): Promise<boolean> {
  try {
    (await createImageBitmap(picture)).close();
    return true;
  } catch {
    return false;
  }
}
