/** Side of the blocks that JPEG encodes. */
const BLOCK_PX = 8;
const END_OF_IMAGE = new Uint8Array([0xff, 0xd9]);

const MARKER = 0xff;
const END = 0xd9;
const SCAN = 0xda;

/**
 * Whether a JPEG file ends before its end marker: it walks from segment to segment (ITU T.81, annex B), since previews in a
 * header have end markers of their own, and other data may follow a picture's.
 */
export function lacksEnd(bytes: Uint8Array): boolean {
  let at = 2;
  while (at < bytes.length - 1) {
    if (bytes[at] !== MARKER || bytes[at + 1] === MARKER) {
      at++;
      continue;
    }
    const kind = bytes[at + 1] as number;
    if (kind === END) return false;
    const next = at + 2 + segmentBytes(bytes, at + 2);
    at = kind === SCAN ? endOfScan(bytes, next) : next;
  }
  return true;
}

/** The length that a segment states, its two bytes included; 0 where the file ends first. */
function segmentBytes(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** Where the next marker follows the entropy-coded data of a scan, in which 0xff is stuffed and restarts are no end. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length - 1; at++) {
    const next = bytes[at + 1] as number;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (bytes[at] === MARKER && !isData && next !== MARKER) return at;
  }
  return bytes.length;
}

/**
 * Decodes a JPEG file that lacks nothing but its end marker, which some cameras and editors forget and which pages show.
 * `undefined` where more is missing: the decoder fills what is not there with flat blocks, the last one at least.
 */
export async function decodeEndlessJpeg(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap | undefined> {
  const ended = new Blob([bytes, END_OF_IMAGE]);
  const asStored = await decodeOrNothing(ended, "none");
  const isComplete = asStored !== undefined && !endsFlat(asStored);
  asStored?.close();
  return isComplete ? await decodeOrNothing(ended, "from-image") : undefined;
}

async function decodeOrNothing(file: Blob, imageOrientation: ImageOrientation): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation });
  } catch {
    // It is damaged in another way, which the caller says.
    return undefined;
  }
}

function endsFlat(picture: ImageBitmap): boolean {
  const context = new OffscreenCanvas(BLOCK_PX, BLOCK_PX).getContext("2d");
  if (!context) return true;
  context.drawImage(picture, BLOCK_PX - picture.width, BLOCK_PX - picture.height);
  const { data } = context.getImageData(0, 0, BLOCK_PX, BLOCK_PX);
  return data.every((value, k) => value === data[k % 4]);
}
