/** Kinds of files that can be told apart by their first bytes. */
export type PictureKind =
  | "JPEG"
  | "PNG"
  | "GIF"
  | "WebP"
  | "BMP"
  | "ICO"
  | "AVIF"
  | "HEIC"
  | "JPEG XL"
  | "JPEG 2000"
  | "TIFF"
  | "Photoshop"
  | "SVG"
  | "PDF"
  | "film";

/** Bytes at the beginning of a file, as characters of one byte each. */
const SIGNATURES: readonly (readonly [PictureKind, string])[] = [
  ["JPEG", "\xFF\xD8\xFF"],
  ["PNG", "\x89PNG"],
  ["GIF", "GIF8"],
  ["BMP", "BM"],
  ["ICO", "\0\0\x01\0"],
  ["JPEG XL", "\xFF\x0A"],
  ["JPEG XL", "\0\0\0\x0CJXL "],
  ["JPEG 2000", "\0\0\0\x0CjP  "],
  ["JPEG 2000", "\xFF\x4F\xFF\x51"],
  ["TIFF", "II*\0"],
  ["TIFF", "MM\0*"],
  ["Photoshop", "8BPS"],
  ["PDF", "%PDF"],
  ["film", "\x1AE\xDF\xA3"],
];

/** How much of a file is looked at. */
const HEAD_BYTES = 4096;
const AVIF_BRANDS = /^(?:avif|avis|MA1A|MA1B)$/;
const HEIC_BRANDS = /^(?:hei[cxms]|hev[cxms]|mif1|msf1|miaf)$/;

/** As kindOf, for a file that has not been read. */
export async function kindOfFile(file: Blob): Promise<PictureKind | undefined> {
  return kindOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
}

/** What kind of file this is; `undefined` for a kind that is not known here. */
export function kindOf(bytes: Uint8Array): PictureKind | undefined {
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  const signature = SIGNATURES.find(([, start]) => head.startsWith(start));
  if (signature) return signature[0];
  if (head.startsWith("RIFF")) return head.slice(8, 12) === "WEBP" ? "WebP" : undefined;
  if (head.slice(4, 8) === "ftyp") return kindOfBrands(head);
  return isSvg(bytes.subarray(0, HEAD_BYTES)) ? "SVG" : undefined;
}

/** ISO base media files (ISO/IEC 14496-12) begin with the brands that they conform to; `mif1` alone says too little. */
function kindOfBrands(head: string): PictureKind {
  const boxBytes = head.charCodeAt(2) * 256 + head.charCodeAt(3);
  const brands = [head.slice(8, 12), ...(head.slice(16, boxBytes).match(/.{4}/gs) ?? [])];
  if (brands.some((brand) => AVIF_BRANDS.test(brand)) || head.includes("av01")) return "AVIF";
  return brands.some((brand) => HEIC_BRANDS.test(brand)) ? "HEIC" : "film";
}

/** The element may come after a byte-order mark, an XML declaration, comments and a document type. */
function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-8").decode(bytes);
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*(?:\[[^\]]*\])?>\s*)*<(?:\w+:)?svg[\s>]/s.test(
    text,
  );
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
