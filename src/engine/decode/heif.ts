import wasmUrl from "libheif-js/libheif-wasm/libheif.wasm?url";
import { download } from "../load/download.ts";
import { Shared } from "../load/shared.ts";
import type { FileUrls } from "../worker/config.ts";

type Libheif = Awaited<ReturnType<typeof startLibheif>>;

/** What libheif gives for a decoded picture: RGBA with `stride` bytes a row. */
interface Channel {
  readonly width: number;
  readonly height: number;
  readonly stride: number;
  readonly data: Uint8Array;
}

interface Decoded {
  readonly image: unknown;
  readonly channels: readonly Channel[];
}

let started: Shared<Libheif> | undefined;

/**
 * Decodes HEIC, the format of iPhones, where the browser cannot: with libheif in WebAssembly, which is loaded with the
 * first such picture (0.5 MB compressed), from where `files` says. Upright, in sRGB. `undefined` where the file is damaged.
 *
 * @throws EngineError as `download`.
 */
export async function decodeHeif(bytes: Uint8Array, files: FileUrls): Promise<ImageBitmap | undefined> {
  started ??= new Shared(() => startLibheif(files));
  const libheif = await started.get();
  try {
    const pixels = primaryPicture(libheif, bytes);
    return pixels && (await createImageBitmap(pixels));
  } catch {
    // The program has ended itself over this file, and cannot be used again.
    started.forget();
    return undefined;
  }
}

async function startLibheif(files: FileUrls) {
  const [{ default: create }, wasmBinary] = await Promise.all([
    importLibheif(files["libheif.js"]),
    download(files["models/runtime/libheif.wasm"] ?? wasmUrl),
  ]);
  return create({ wasmBinary, print: () => {}, printErr: () => {} });
}

/** The library from `address`, else from where the bundler put it. */
function importLibheif(address: string | undefined): Promise<typeof import("libheif-js/libheif-wasm/libheif.js")> {
  return address ? import(/* @vite-ignore */ address) : import("libheif-js/libheif-wasm/libheif.js");
}

function primaryPicture(libheif: Libheif, bytes: Uint8Array): ImageData | undefined {
  const context = libheif.heif_context_alloc();
  try {
    const problem = libheif.heif_context_read_from_memory(context, bytes);
    if (problem.code !== libheif.heif_error_code.heif_error_Ok) return undefined;
    const handle = libheif.heif_js_context_get_primary_image_handle(context);
    if (!handle || handle.code) return undefined;
    const decoded = decodeHandle(libheif, handle);
    libheif.heif_image_handle_release(handle);
    return decoded && toImageData(decoded, colourSpaceOf(bytes));
  } finally {
    libheif.heif_context_free(context);
  }
}

/** Copies the pixels, because libheif's memory is given back. */
function decodeHandle(
  libheif: Libheif,
  handle: Parameters<Libheif["heif_image_handle_release"]>[0],
): Channel | undefined {
  const { heif_colorspace_RGB: rgb } = libheif.heif_colorspace;
  const { heif_chroma_interleaved_RGBA: rgba } = libheif.heif_chroma;
  const decoded: Partial<Decoded> = libheif.heif_js_decode_image2(handle, rgb, rgba);
  const [channel] = decoded.channels ?? [];
  const copy = channel && { ...channel, data: channel.data.slice() };
  if (decoded.image) libheif.heif_image_release(decoded.image as Parameters<Libheif["heif_image_release"]>[0]);
  return copy;
}

function toImageData({ width, height, stride, data }: Channel, colorSpace: PredefinedColorSpace): ImageData {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) pixels.set(data.subarray(y * stride, y * stride + width * 4), y * width * 4);
  return new ImageData(pixels, width, height, { colorSpace });
}

/** iPhones record Display P3 and say so in the name of the colour profile, in UTF-16; libheif leaves its values as they are. */
function colourSpaceOf(bytes: Uint8Array): PredefinedColorSpace {
  const header = new TextDecoder("utf-16be").decode(bytes.subarray(0, COLOUR_HEADER_BYTES));
  const shifted = new TextDecoder("utf-16be").decode(bytes.subarray(1, COLOUR_HEADER_BYTES));
  return header.includes("Display P3") || shifted.includes("Display P3") ? "display-p3" : "srgb";
}

const COLOUR_HEADER_BYTES = 65_536;
