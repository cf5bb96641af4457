import type { ErrorCode } from "../../../src/engine/index.ts";

declare global {
  interface Window {
    /** What pages/inputs.js found out: years, or an error's code, by what was read. */
    inputs?: Record<"readable" | "refused", Record<string, number | string>>;
  }
}

/** What cannot be read, by its name in pages/inputs.js, with the code of the error that says so. */
export const REFUSED: Readonly<Record<string, ErrorCode>> = {
  "missing address": "picture-unreachable",
  "address whose server does not allow it": "picture-unreachable",
  "no address": "picture-unreachable",
  "image that does not load": "picture-unreachable",
  "image without address": "picture-not-ready",
  "image from elsewhere": "picture-protected",
  "canvas with pixels from elsewhere": "picture-protected",
  "canvas without pixels": "image-too-small",
  "video without a frame": "picture-not-ready",
  "bytes handed over": "picture-closed",
  "view of bytes handed over": "picture-closed",
  "closed ImageBitmap": "picture-closed",
  "closed VideoFrame": "picture-closed",
  "no bytes": "empty-file",
  "bytes of no picture": "not-an-image",
  number: "not-an-image",
  nothing: "not-an-image",
  paragraph: "not-an-image",
};
