import type { FileUrls } from "../worker/config.ts";
import { decodeEndlessJpeg, lacksEnd } from "./endless-jpeg.ts";
import { decodeHeif } from "./heif.ts";
import { kindOf, type PictureKind } from "./kinds.ts";
import { emptyFile, refusalOf, tooLarge, tooSmall } from "./refusal.ts";
import {
  deviceMemoryGb,
  largestMegapixels,
  MAX_MEGAPIXELS,
  MAX_SIDE_PX,
  MIN_SIDE_PX,
  megapixels,
  sizeInHeader,
} from "./size.ts";

/** What can be transferred to a worker and decoded there: a file's bytes, or pixels. */
export type DecoderInput = Blob | ImageBitmap | VideoFrame;

/**
 * Decodes a picture, upright as its EXIF orientation says. The caller closes the result.
 *
 * `files` says where libheif lies, if not where the bundler put it. The browser is asked first, whatever the file's first bytes look like; they only serve to say what it refused.
 *
 * @throws EngineError `empty-file`, `not-an-image`, `damaged-image`, `unsupported-image` (about: the kind),
 * `image-too-large` (about: megapixels), `image-too-small`.
 */
export async function decodeImage(input: DecoderInput, files: FileUrls = {}): Promise<ImageBitmap> {
  const full = input instanceof Blob ? await decodeFile(input, files) : await createImageBitmap(input);
  if (input instanceof Blob && Math.min(full.width, full.height) < MIN_SIDE_PX) {
    const refusal = tooSmall(full);
    full.close();
    throw refusal;
  }
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

async function decodeFile(file: Blob, files: FileUrls): Promise<ImageBitmap> {
  if (file.size === 0) throw emptyFile();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const size = sizeInHeader(bytes);
  if (size && megapixels(size) > largestMegapixels(deviceMemoryGb())) throw tooLarge(size);
  const kind = kindOf(bytes);
  // Firefox shows what is there of a JPEG that ends too early, and says nothing.
  if (kind === "JPEG" && lacksEnd(bytes)) return await decodeOtherwise(bytes, kind, files);
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (error) {
    if (size && megapixels(size) > MAX_MEGAPIXELS) throw tooLarge(size, error);
    return await decodeOtherwise(bytes, kind, files, error);
  }
}

/** What the browser refused and can be read all the same. */
async function decodeOtherwise(
  bytes: Uint8Array<ArrayBuffer>,
  kind: PictureKind | undefined,
  files: FileUrls,
  cause?: unknown,
) {
  const picture =
    kind === "JPEG" ? await decodeEndlessJpeg(bytes) : kind === "HEIC" ? await decodeHeif(bytes, files) : undefined;
  if (picture) return picture;
  throw refusalOf(kind, cause);
}
