import type { PixelSize } from "../../math/index.ts";
import { EngineError } from "../errors.ts";
import type { PictureKind } from "./kinds.ts";
import { megapixels } from "./size.ts";

/** Kinds that every browser the engine runs in can decode, or libheif for it: what is refused of them is damaged. */
const READ_EVERYWHERE: readonly PictureKind[] = ["JPEG", "PNG", "GIF", "WebP", "BMP", "ICO", "AVIF", "HEIC"];
const NO_PICTURES: readonly PictureKind[] = ["PDF", "film"];

/** Why a file that the browser could not decode was refused. */
export function refusalOf(kind: PictureKind | undefined, cause: unknown): EngineError {
  if (kind === undefined || NO_PICTURES.includes(kind)) {
    return new EngineError("not-an-image", "This file is not a picture: choose a JPEG, PNG, WebP or AVIF file.", {
      cause,
    });
  }
  if (READ_EVERYWHERE.includes(kind)) {
    return new EngineError("damaged-image", "This picture is damaged or incomplete: try another copy of it.", {
      cause,
    });
  }
  return new EngineError(
    "unsupported-image",
    `This browser cannot read ${kind} pictures: save it as JPEG, PNG, WebP or AVIF first.`,
    { cause, about: kind },
  );
}

/** A file without content. */
export function emptyFile(): EngineError {
  return new EngineError("empty-file", "This file is empty: choose another one.");
}

/** A picture with more pixels than fit into memory. */
export function tooLarge(size: PixelSize, cause?: unknown): EngineError {
  const about = String(Math.round(megapixels(size)));
  const sentence = `This picture has ${about} megapixels, too many for this device: make it smaller first.`;
  return new EngineError("image-too-large", sentence, { cause, about });
}

/** A picture that is too small to show a face. */
export function tooSmall({ width, height }: PixelSize): EngineError {
  return new EngineError(
    "image-too-small",
    `This picture is only ${width} × ${height} pixels: too small to show a face.`,
  );
}
