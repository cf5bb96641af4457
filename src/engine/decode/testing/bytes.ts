/** Bytes of pictures that are unusual or damaged, made from whole ones. */

export type Bytes = Uint8Array<ArrayBuffer>;

/** Texts as characters of one byte each, and bytes, one after the other. */
export function join(...parts: readonly (string | Uint8Array)[]): Bytes {
  const all = parts.map((part) => (typeof part === "string" ? bytesOf(part) : part));
  const joined = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of all) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A JPEG file with an EXIF segment, of TIFF content `tiff`, right after its beginning. */
export function withExif(jpeg: Uint8Array, tiff: string): Bytes {
  const length = tiff.length + 8;
  return join(jpeg.subarray(0, 2), `\xFF\xE1\0${String.fromCharCode(length)}Exif\0\0${tiff}`, jpeg.subarray(2));
}

/** A JPEG file with `count` fill bytes before the marker of every segment (ITU-T T.81, B.1.1.2). */
export function withFillBytes(jpeg: Uint8Array, count: number): Bytes {
  const fill = "\xFF".repeat(count);
  const parts: (string | Uint8Array)[] = [jpeg.subarray(0, 2)];
  let at = 2;
  while (jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const end = at + 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
    parts.push(fill, jpeg.subarray(at, end));
    at = end;
  }
  return join(...parts, fill, jpeg.subarray(at));
}

/** An ISO base media file whose first brand is another one. */
export function withBrand(file: Uint8Array, brand: string): Bytes {
  return join(file.subarray(0, 8), brand, file.subarray(12));
}

/** Numbers 0 … 1 that are the same for the same `seed` (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How far into a file damage is most often done: where its header is. */
const HEADER_BYTES = 400;

/** A damaged copy: bytes changed, most of them in the header, a piece left out or doubled, or the end cut off. */
export function damaged(file: Uint8Array, random: () => number): Bytes {
  const within = (length: number) => Math.floor(random() * length);
  const place = () => within(random() < 0.7 ? Math.min(HEADER_BYTES, file.length) : file.length);
  const [at, length] = [place(), within(64)];
  switch (within(5)) {
    case 0:
      return join(file.subarray(0, place()));
    case 1:
      return join(file.subarray(0, at), file.subarray(at + length));
    case 2:
      return join(file.subarray(0, at + length), file.subarray(at));
    default: {
      const copy = join(file);
      for (let k = within(8); k >= 0; k--) copy[place()] = random() < 0.3 ? 0xff : within(256);
      return copy;
    }
  }
}
