/** Steps between a number and its double: linear in between, a power of up to 4 is right to 2e-6 of itself. */
const STEPS = 1024;
const STEP_BITS = 10;

/** Layout of a 32-bit float: 23 bits of mantissa below 8 bits of exponent, which is 127 for 1…2. */
const MANTISSA_BITS = 23;
const EXPONENTS = 255;
const BIAS = 127;

const REST_BITS = MANTISSA_BITS - STEP_BITS;
const REST_MASK = 2 ** REST_BITS - 1;

/**
 * Every value v of 0…255 as 255·(v / 255)^gamma, for gamma > 0, into `target`.
 *
 * A float is 2^e·m with 1 ≤ m < 2, so that its power is 2^(gamma·e) · m^gamma: two look-ups, ten times as fast as a
 * power each. `values` must start at a multiple of four bytes, as typed arrays do.
 */
export function bend(values: Float32Array<ArrayBuffer>, gamma: number, target: Float32Array): void {
  const ofExponent = Float64Array.from({ length: EXPONENTS }, (_, exponent) =>
    exponent === 0 ? 0 : 255 * (2 ** (exponent - BIAS) / 255) ** gamma,
  );
  const ofMantissa = Float64Array.from({ length: STEPS + 1 }, (_, step) => (1 + step / STEPS) ** gamma);
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let index = 0; index < bits.length; index++) {
    const value = bits[index] as number;
    const step = (value >>> REST_BITS) & (STEPS - 1);
    const low = ofMantissa[step] as number;
    const between = (value & REST_MASK) / (REST_MASK + 1);
    const mantissa = low + between * ((ofMantissa[step + 1] as number) - low);
    target[index] = (ofExponent[value >>> MANTISSA_BITS] as number) * mantissa;
  }
}
