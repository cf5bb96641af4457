import { type RgbImage, reflect101 } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

type Params = ParamValues<typeof params>;

/** A neighbour within the window: how far away, and how much that alone makes it count. */
interface Neighbour {
  readonly dx: number;
  readonly dy: number;
  readonly weight: number;
}

/** exp(−x²/2) at steps of 1/512 up to 8, where it is below 1e-13: linear in between, it is exact to 5e-7. */
const BELL_STEPS = 512;
const BELL = Float64Array.from({ length: 8 * BELL_STEPS + 1 }, (_, step) => Math.exp(-0.5 * (step / BELL_STEPS) ** 2));

/** exp(−x²/2) of x ≥ 0: so many are needed that looking them up makes the filter twice as fast. */
function bell(x: number): number {
  const position = x * BELL_STEPS;
  const step = Math.floor(position);
  if (step >= BELL.length - 1) return 0;
  const low = BELL[step] as number;
  return low + (position - step) * ((BELL[step + 1] as number) - low);
}

/** For each pixel, the mean colour around it, weighted by nearness and by likeness; see bilateral.wgsl. */
export function reference(image: RgbImage, params: Params): RgbImage {
  const data = new Float32Array(image.data.length);
  const neighbours = windowOf(params);
  for (let pixel = 0; pixel < image.width * image.height; pixel++) {
    setMeanAround(image, pixel, neighbours, params.sigmaColour, data);
  }
  return { ...image, data };
}

/** A disc of radius ⌊1.5·sigmaSpace + 0.5⌋. */
function windowOf({ sigmaSpace }: Params): Neighbour[] {
  const radius = Math.floor(1.5 * sigmaSpace + 0.5);
  const side = 2 * radius + 1;
  const square = Array.from({ length: side * side }, (_, index) => ({
    dx: (index % side) - radius,
    dy: Math.floor(index / side) - radius,
  }));
  return square
    .filter(({ dx, dy }) => dx * dx + dy * dy <= radius * radius)
    .map(({ dx, dy }) => ({ dx, dy, weight: Math.exp((-0.5 * (dx * dx + dy * dy)) / sigmaSpace ** 2) }));
}

function setMeanAround(
  { width, height, data }: RgbImage,
  pixel: number,
  neighbours: readonly Neighbour[],
  sigmaColour: number,
  out: Float32Array,
): void {
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  const [ownR, ownG, ownB] = [data[3 * pixel] as number, data[3 * pixel + 1] as number, data[3 * pixel + 2] as number];
  let [sumR, sumG, sumB, weights] = [0, 0, 0, 0];
  for (const { dx, dy, weight: nearness } of neighbours) {
    const at = 3 * (reflect101(y + dy, height) * width + reflect101(x + dx, width));
    const [r, g, b] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
    const difference = (Math.abs(r - ownR) + Math.abs(g - ownG) + Math.abs(b - ownB)) / sigmaColour;
    const weight = nearness * bell(difference);
    sumR += weight * r;
    sumG += weight * g;
    sumB += weight * b;
    weights += weight;
  }
  out[3 * pixel] = sumR / weights;
  out[3 * pixel + 1] = sumG / weights;
  out[3 * pixel + 2] = sumB / weights;
}
