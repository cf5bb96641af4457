/**
 * Floats of 0 and above as whole numbers that are in the same order: their bits. These are compared without a branch, which
 * finds medians several times as fast.
 */
export function bitsOf({ buffer, byteOffset, length }: Float32Array<ArrayBuffer>): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}

/** The lesser of two whole numbers below 2³¹ that are not negative: their difference's sign chooses, without a branch. */
export function lesser(a: number, b: number): number {
  const difference = (a - b) | 0;
  return (b + (difference & (difference >> 31))) | 0;
}

/** The greater of two whole numbers below 2³¹ that are not negative. */
export function greater(a: number, b: number): number {
  const difference = (a - b) | 0;
  return (a - (difference & (difference >> 31))) | 0;
}
