import type { ImageInput } from "../api.ts";
import type { DecoderInput } from "../decode/decode.ts";
import { EngineError } from "../errors.ts";
import { fromCanvas, fromImage, fromPixels, fromVideo, notClosed } from "./elements.ts";
import { requireBrowser, resolveAddress } from "./surroundings.ts";
import { drawnIfSvg } from "./svg.ts";

/**
 * A picture as it can be sent to the worker: bytes as a Blob, pixels as an ImageBitmap. Inputs are told by their class's
 * name, so that those of another frame count as well.
 *
 * @throws EngineError `picture-unreachable`, `picture-protected`, `picture-not-ready`, `picture-closed`, `not-an-image`
 */
export async function toDecoderInput(input: ImageInput, signal?: AbortSignal): Promise<DecoderInput> {
  requireBrowser();
  switch (className(input)) {
    case "Blob":
    case "File":
      return drawnIfSvg(input as Blob);
    case "String":
    case "URL":
      return drawnIfSvg(await fetchPicture(input as string | URL, signal));
    case "HTMLImageElement":
      return fromImage(input as HTMLImageElement);
    case "HTMLVideoElement":
      return fromVideo(input as HTMLVideoElement);
    case "HTMLCanvasElement":
    case "OffscreenCanvas":
      return fromCanvas(input as HTMLCanvasElement | OffscreenCanvas);
    case "ImageData":
      return fromPixels(input as ImageData);
    case "ImageBitmap":
    case "VideoFrame":
      return notClosed(input as ImageBitmap | VideoFrame);
    default:
      return drawnIfSvg(copyOfBytes(input));
  }
}

function className(input: unknown): string {
  return Object.prototype.toString.call(input).slice("[object ".length, -1);
}

function copyOfBytes(input: unknown): Blob {
  try {
    if (ArrayBuffer.isView(input)) return new Blob([bytesOf(input.buffer, input.byteOffset, input.byteLength)]);
    if (/^(Shared)?ArrayBuffer$/.test(className(input))) return new Blob([bytesOf(input as ArrayBuffer)]);
  } catch (cause) {
    throw new EngineError("picture-closed", "These bytes were handed over to somebody else: give a copy.", { cause });
  }
  throw new EngineError(
    "not-an-image",
    "No picture can be read from this: give a file, its bytes or address, pixels, or an element of the page.",
  );
}

/** A copy, which shared memory needs; throws where the memory was handed over. */
function bytesOf(buffer: ArrayBufferLike, from?: number, length?: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new Uint8Array(buffer, from, length));
}

async function fetchPicture(address: string | URL, signal: AbortSignal | undefined): Promise<Blob> {
  try {
    const response = await fetch(resolveAddress(address), { signal: signal ?? null });
    if (response.ok) return await response.blob();
    throw missing(response.status);
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof EngineError) throw cause;
    throw new EngineError(
      "picture-unreachable",
      "This picture's address is none, its server cannot be reached, or it does not let other pages read it (CORS).",
      { cause },
    );
  }
}

function missing(status: number): EngineError {
  return new EngineError(
    "picture-unreachable",
    `This picture's server does not have it, or does not give it away (status ${status}).`,
    { about: String(status) },
  );
}
