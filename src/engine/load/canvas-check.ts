import { EngineError } from "../errors.ts";

/** The pattern is a square of 4 × 4 blocks of this many pixels on a side, each of its own colour. */
const BLOCK_PX = 4;
const BLOCKS = 4;
/**
 * How far a value may be off on average, of 255. Brave and Safari change a few values by one or two, which harms no
 * reading; Firefox's resistFingerprinting gives random pixels (off by about 85) or white.
 */
const TOLERANCE = 4;

/**
 * Draws a known pattern and reads it back, so that scrambled pixels are noticed before an age is read from them.
 *
 * @throws EngineError `canvas-scrambled` where the browser gives back something else than was drawn, or nothing
 */
export function checkCanvas(): void {
  const side = BLOCK_PX * BLOCKS;
  const context = new OffscreenCanvas(side, side).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser gives no 2-D canvas in a worker.");
  for (let block = 0; block < BLOCKS * BLOCKS; block++) {
    context.fillStyle = `rgb(${colourOf(block).join(" ")})`;
    context.fillRect((block % BLOCKS) * BLOCK_PX, Math.floor(block / BLOCKS) * BLOCK_PX, BLOCK_PX, BLOCK_PX);
  }
  if (meanDifference(context.getImageData(0, 0, side, side).data, side) > TOLERANCE) {
    throw new EngineError(
      "canvas-scrambled",
      "This browser scrambles the pixels that pages read: allow canvas access for this page, or use another browser.",
    );
  }
}

/** Neither black, white nor grey, and different for each of the 16 blocks. */
function colourOf(block: number): readonly [red: number, green: number, blue: number] {
  return [40 + 12 * block, 220 - 11 * block, 60 + ((block * 37) % 140)];
}

/** How far `rgba` is from the pattern in its colours, 0…255, on average. */
function meanDifference(rgba: Uint8ClampedArray, side: number): number {
  let sum = 0;
  for (let pixel = 0; pixel < side * side; pixel++) {
    const column = Math.floor((pixel % side) / BLOCK_PX);
    const row = Math.floor(pixel / side / BLOCK_PX);
    const drawn = colourOf(row * BLOCKS + column);
    for (const [channel, value] of drawn.entries()) sum += Math.abs((rgba[pixel * 4 + channel] as number) - value);
  }
  return sum / (side * side * 3);
}
