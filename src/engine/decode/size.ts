import { imageSize } from "image-size";
import type { PixelSize } from "../../math/index.ts";

/** Longer pictures are scaled down: faces stay far larger than their crops, and the picture fits every GPU. */
export const MAX_SIDE_PX = 4096;
/** A decoded picture needs 4 bytes per pixel, several times over: 64 megapixels are what a phone can still hold. */
export const MAX_MEGAPIXELS = 64;
/** What is tried where there is much memory: pictures of phones with 200 megapixels, which took Chromium 0.9 GB for a moment. */
export const MAX_MEGAPIXELS_WITH_MEMORY = 220;
const MUCH_MEMORY_GB = 8;
/** Smaller pictures cannot show a face. */
export const MIN_SIDE_PX = 16;

/** The size that a file's header gives, before anything is decoded; `undefined` where it cannot be told. */
export function sizeInHeader(bytes: Uint8Array): PixelSize | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    // The header is unusual or damaged: the browser is asked all the same.
    return undefined;
  }
}

/** Millions of pixels. */
export function megapixels({ width, height }: PixelSize): number {
  return (width * height) / 1e6;
}

/** The largest picture, in megapixels, that is decoded on a device with `memoryGb` (unknown in some browsers). */
export function largestMegapixels(memoryGb: number | undefined): number {
  return memoryGb !== undefined && memoryGb >= MUCH_MEMORY_GB ? MAX_MEGAPIXELS_WITH_MEMORY : MAX_MEGAPIXELS;
}

/** Memory of this device in GB, rounded down to a power of two (W3C Device Memory); `undefined` where it is not told. */
export function deviceMemoryGb(): number | undefined {
  return "deviceMemory" in navigator && typeof navigator.deviceMemory === "number" ? navigator.deviceMemory : undefined;
}
