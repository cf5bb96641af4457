import type { Engine, ImageInput } from "../engine/index.ts";

/** A picture on its way to the engine, and what the page shows of it. */
export interface OpenedPicture {
  readonly input: ImageInput;
  /** Left out where the browser cannot show it. */
  readonly shown: HTMLImageElement | HTMLCanvasElement | undefined;
}

/**
 * Prepares whatever the engine reads to be shown as well: addresses are fetched once, HEIC becomes what the browser can
 * show, pixels are drawn before they are handed over. What cannot be shown is left to the engine, which says why.
 */
export async function openPicture(input: ImageInput, engine: Engine, signal: AbortSignal): Promise<OpenedPicture> {
  if (typeof input === "string" || input instanceof URL) return openAddress(input, engine, signal);
  if (input instanceof Blob) return { input, shown: await showFile(input, engine, signal) };
  if (input instanceof HTMLImageElement) return { input, shown: await showAddress(input.currentSrc || input.src) };
  if (input instanceof ArrayBuffer || ArrayBuffer.isView(input)) {
    const file = new Blob([input as BlobPart]);
    return { input: file, shown: await showFile(file, engine, signal) };
  }
  return { input, shown: await showPixels(input) };
}

async function openAddress(address: string | URL, engine: Engine, signal: AbortSignal): Promise<OpenedPicture> {
  const response = await fetch(address, { signal }).catch(() => undefined);
  if (!response?.ok) return { input: address, shown: undefined };
  const file = await response.blob();
  return { input: file, shown: await showFile(file, engine, signal) };
}

async function showFile(file: Blob, engine: Engine, signal: AbortSignal): Promise<HTMLImageElement | undefined> {
  const showable = await engine.showable(file, { signal }).catch(() => undefined);
  if (!showable) return undefined;
  const address = URL.createObjectURL(showable);
  return showAddress(address).finally(() => URL.revokeObjectURL(address));
}

async function showAddress(address: string): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = address;
  return image.decode().then(
    () => image,
    () => undefined,
  );
}

async function showPixels(source: ImageBitmapSource): Promise<HTMLCanvasElement | undefined> {
  const bitmap = await createImageBitmap(source).catch(() => undefined);
  if (!bitmap) return undefined;
  const canvas = document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}
