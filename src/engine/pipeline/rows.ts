/** Row `row` of a matrix with rows of `length` floats, as a copy. */
export function rowOf(floats: Float32Array | undefined, row: number, length: number): Float32Array<ArrayBuffer> {
  if (!floats) throw new Error("The device gave nothing back.");
  return new Float32Array(floats.subarray(row * length, (row + 1) * length));
}

/** Row `row` of each of several matrices, whose rows have `lengths` floats. */
export function rowsOf(matrices: readonly Float32Array[], row: number, lengths: readonly number[]): Float32Array[] {
  return lengths.map((length, index) => rowOf(matrices[index], row, length));
}
