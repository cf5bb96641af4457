/** Side of the blocks that JPEG encodes. */
const BLOCK_PX = 8;
const END_OF_IMAGE = new Uint8Array([0xff, 0xd9]);

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
