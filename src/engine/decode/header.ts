import { imageSize } from "image-size";
import { EngineError } from "../errors.ts";

/** A decoded picture needs 4 bytes per pixel, several times over: 64 megapixels are what a phone can still hold. */
export const MAX_MEGAPIXELS = 64;
/** Smaller pictures cannot show a face. */
export const MIN_SIDE_PX = 16;

const BROWSER_FORMATS = new Set(["jpg", "png", "webp", "gif", "bmp", "avif", "ico", "svg"]);

/**
 * Looks at the first bytes of a file before the browser decodes all of it.
 *
 * @throws EngineError that says what is wrong with a file that is empty, no picture, of a kind that browsers cannot read,
 * or too large or too small.
 */
export function checkHeader(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new EngineError("empty-file", "This file is empty: choose another one.");
  const { width, height, type } = readHeader(bytes);
  if (type && !isReadable(type)) {
    throw new EngineError(
      "unsupported-image",
      `Browsers cannot read ${type.toUpperCase()} pictures: save it as JPEG, PNG, WebP or AVIF first.`,
    );
  }
  const megapixels = (width * height) / 1e6;
  if (megapixels > MAX_MEGAPIXELS) {
    throw new EngineError(
      "image-too-large",
      `This picture has ${Math.round(megapixels)} megapixels, more than the ${MAX_MEGAPIXELS} that fit: make it smaller first.`,
    );
  }
  if (Math.min(width, height) < MIN_SIDE_PX) {
    throw new EngineError(
      "image-too-small",
      `This picture is only ${width} × ${height} pixels: too small to show a face.`,
    );
  }
}

function readHeader(bytes: Uint8Array) {
  try {
    return imageSize(bytes);
  } catch (error) {
    throw new EngineError("not-an-image", "This file is not a picture: choose a JPEG, PNG, WebP or AVIF file.", {
      cause: error,
    });
  }
}

function isReadable(type: string): boolean {
  return BROWSER_FORMATS.has(type);
}
