import { EngineError, type ErrorCode } from "../errors.ts";

/**
 * What an image element shows, waited for while it loads.
 *
 * @throws EngineError `picture-unreachable` where it does not load, `picture-not-ready` where nothing loads it yet, and as
 * fromPixels.
 */
export async function fromImage(image: HTMLImageElement): Promise<ImageBitmap> {
  if (!image.currentSrc && !image.src) throw notReady("This image has no address yet: read it once it has loaded.");
  if (!image.complete && image.loading === "lazy") {
    throw notReady("This image is loaded when it comes into view: read it once it has loaded.");
  }
  try {
    await image.decode();
  } catch (cause) {
    throw new EngineError("picture-unreachable", "This image did not load.", { cause });
  }
  return fromPixels(image);
}

/**
 * The present frame of a video element.
 *
 * @throws EngineError `picture-unreachable` where it does not load, `picture-not-ready` before the first frame, and as fromPixels.
 */
export async function fromVideo(video: HTMLVideoElement): Promise<ImageBitmap> {
  if (video.error) {
    throw new EngineError("picture-unreachable", "This video did not load.", { cause: video.error });
  }
  if (video.readyState < video.HAVE_CURRENT_DATA) {
    throw notReady("This video has no frame yet: read it once it plays.");
  }
  return fromPixels(video);
}

/**
 * What a canvas shows.
 *
 * @throws EngineError `image-too-small` where it has no pixels, and as fromPixels.
 */
export async function fromCanvas(canvas: HTMLCanvasElement | OffscreenCanvas): Promise<ImageBitmap> {
  if (canvas.width === 0 || canvas.height === 0) {
    throw new EngineError("image-too-small", "This canvas has no pixels.");
  }
  return fromPixels(canvas);
}

/**
 * A copy of pixels that may be read.
 *
 * @throws EngineError `picture-protected` for pixels of another site that does not allow it, `picture-closed` for pixels that were
 * handed over or cannot be had any more.
 */
export async function fromPixels(source: ImageBitmapSource): Promise<ImageBitmap> {
  const bitmap = await createImageBitmap(source).catch((cause: unknown) => {
    throw failure(cause, "picture-closed", "These pixels are not there any more: they were closed or handed over.");
  });
  try {
    mayBeRead(bitmap);
  } catch (cause) {
    bitmap.close();
    throw failure(cause, "internal", "These pixels cannot be read.");
  }
  return bitmap;
}

/** `picture` itself. @throws EngineError `picture-closed` */
export function notClosed<T extends ImageBitmap | VideoFrame>(picture: T): T {
  const width = "codedWidth" in picture ? picture.codedWidth : picture.width;
  if (width > 0) return picture;
  throw new EngineError("picture-closed", "This picture was closed or handed over before: give another one.");
}

/** Throws a SecurityError for pixels of another site. */
function mayBeRead(bitmap: ImageBitmap): void {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  context?.drawImage(bitmap, 0, 0);
  context?.getImageData(0, 0, 1, 1);
}

function failure(cause: unknown, code: ErrorCode, sentence: string): EngineError {
  if (!(cause instanceof DOMException) || cause.name !== "SecurityError") {
    return new EngineError(code, sentence, { cause });
  }
  return new EngineError(
    "picture-protected",
    "These pixels come from another site that does not let this page read them (CORS).",
    { cause },
  );
}

function notReady(sentence: string): EngineError {
  return new EngineError("picture-not-ready", sentence);
}
