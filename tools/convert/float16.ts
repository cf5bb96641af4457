/** Float32 → IEEE 754 half precision bits, rounded to nearest even; values beyond ±65504 are clamped. */
export function toFloat16Bits(values: Float32Array): Uint16Array {
  return Uint16Array.from(values, toHalf);
}

const MAX_HALF = 65_504;
const SMALLEST_NORMAL = 2 ** -14;
const SUBNORMAL_STEP = 2 ** -24;
const MANTISSA_STEPS = 1024;
const EXPONENT_BIAS = 15;

function toHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.min(Math.abs(value), MAX_HALF);
  if (magnitude < SMALLEST_NORMAL) return sign | roundHalfEven(magnitude / SUBNORMAL_STEP);
  const exponent = Math.floor(Math.log2(magnitude));
  const mantissa = roundHalfEven((magnitude / 2 ** exponent - 1) * MANTISSA_STEPS);
  // A mantissa that rounds up to 1024 carries into the exponent, which is what the encoding wants.
  return sign | (((exponent + EXPONENT_BIAS) << 10) + mantissa);
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest === 0.5) return floor + (floor % 2);
  return rest > 0.5 ? floor + 1 : floor;
}
