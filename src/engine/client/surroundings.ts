import { EngineError } from "../errors.ts";

/**
 * Does nothing in a browser, in a page or a worker.
 *
 * @throws EngineError `unsupported-browser`, on a server
 */
export function requireBrowser(): void {
  if (typeof createImageBitmap !== "undefined") return;
  throw new EngineError("unsupported-browser", "The engine works in browsers only, and this is none.");
}

/**
 * An absolute address, relative ones being meant from the page.
 *
 * @throws TypeError for what is no address
 */
export function resolveAddress(address: string | URL): string {
  return new URL(address, typeof document === "undefined" ? location.href : document.baseURI).href;
}
