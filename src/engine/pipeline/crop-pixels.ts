/** RGB values 0…255 of one crop, row by row: size² × 3 floats. */
export type CropPixels = Float32Array<ArrayBuffer>;

/** RGB floats 0…255 as opaque RGBA bytes, rounded. */
export function toRgba(crop: CropPixels): Uint8ClampedArray<ArrayBuffer> {
  const pixels = crop.length / 3;
  const rgba = new Uint8ClampedArray(4 * pixels).fill(255);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < 3; channel++) rgba[4 * pixel + channel] = crop[3 * pixel + channel] as number;
  }
  return rgba;
}

/** RGBA bytes as RGB floats 0…255; transparency is ignored. */
export function fromRgba(rgba: Uint8ClampedArray): CropPixels {
  const pixels = rgba.length / 4;
  const crop = new Float32Array(3 * pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < 3; channel++) crop[3 * pixel + channel] = rgba[4 * pixel + channel] as number;
  }
  return crop;
}

/** Row `row` of a matrix with rows of `length` floats, as a copy. */
export function rowOf(floats: Float32Array | undefined, row: number, length: number): Float32Array<ArrayBuffer> {
  if (!floats) throw new Error("The device gave nothing back.");
  return new Float32Array(floats.subarray(row * length, (row + 1) * length));
}

/** Row `row` of each of several matrices, whose rows have `lengths` floats. */
export function rowsOf(matrices: readonly Float32Array[], row: number, lengths: readonly number[]): Float32Array[] {
  return lengths.map((length, index) => rowOf(matrices[index], row, length));
}
