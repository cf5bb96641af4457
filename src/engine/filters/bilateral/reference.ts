import { framed } from "../../image/frame.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

type Params = ParamValues<typeof params>;

/** The other pixels within the window: where each one's floats begin, seen from the middle, and how much nearness makes it count. */
interface Neighbours {
  readonly offsets: Int32Array;
  readonly nearness: Float64Array;
}

/** exp(−x²/2) at steps of 1/512 up to 8, where it is below 1e-13: linear in between, it is exact to 5e-7. */
const BELL_STEPS = 512;
const BELL_END = 8 * BELL_STEPS;
const BELL = Float64Array.from({ length: BELL_END + 1 }, (_, step) => Math.exp(-0.5 * (step / BELL_STEPS) ** 2));

/** For each pixel, the mean colour around it, weighted by nearness and by likeness; see bilateral.wgsl. */
export function reference(
  image: RgbImage,
  { sigmaColour, sigmaSpace }: Params,
  target: Float32Array,
  workspace: Workspace,
): void {
  const margin = Math.floor(1.5 * sigmaSpace + 0.5);
  const source = framed(image.data, image, 3, margin, workspace);
  const stride = 3 * (image.width + 2 * margin);
  const neighbours = disc(margin, sigmaSpace, stride);
  for (let y = 0, to = 0; y < image.height; y++) {
    const start = (y + margin) * stride + 3 * margin;
    for (let at = start; at < start + 3 * image.width; at += 3, to += 3) {
      setMeanAround(source, at, neighbours, BELL_STEPS / sigmaColour, target, to);
    }
  }
}

/** A disc of whole `radius` without its middle in a picture whose rows are `stride` floats apart. */
function disc(radius: number, sigmaSpace: number, stride: number): Neighbours {
  const side = 2 * radius + 1;
  const places = Array.from({ length: side * side }, (_, index) => ({
    dx: (index % side) - radius,
    dy: Math.floor(index / side) - radius,
  })).filter(({ dx, dy }) => (dx !== 0 || dy !== 0) && dx * dx + dy * dy <= radius * radius);
  return {
    offsets: Int32Array.from(places, ({ dx, dy }) => dy * stride + 3 * dx),
    nearness: Float64Array.from(places, ({ dx, dy }) => Math.exp((-0.5 * (dx * dx + dy * dy)) / sigmaSpace ** 2)),
  };
}

/**
 * Sets the mean colour around a pixel, which counts once itself. It is all there is to do for every neighbour of every pixel,
 * hence one loop without a call: `stepsPerLevel` leads from a difference in grey levels, summed over the channels, to the place of its weight in BELL.
 */
function setMeanAround(
  source: Float64Array,
  at: number,
  { offsets, nearness }: Neighbours,
  stepsPerLevel: number,
  target: Float32Array,
  to: number,
): void {
  const ownR = source[at] as number;
  const ownG = source[at + 1] as number;
  const ownB = source[at + 2] as number;
  let sumR = ownR;
  let sumG = ownG;
  let sumB = ownB;
  let weights = 1;
  for (let index = 0; index < offsets.length; index++) {
    const from = at + (offsets[index] as number);
    const r = source[from] as number;
    const g = source[from + 1] as number;
    const b = source[from + 2] as number;
    const position = stepsPerLevel * (Math.abs(r - ownR) + Math.abs(g - ownG) + Math.abs(b - ownB));
    if (position >= BELL_END) continue;
    const step = position | 0;
    const low = BELL[step] as number;
    const likeness = low + (position - step) * ((BELL[step + 1] as number) - low);
    const weight = (nearness[index] as number) * likeness;
    sumR += weight * r;
    sumG += weight * g;
    sumB += weight * b;
    weights += weight;
  }
  target[to] = sumR / weights;
  target[to + 1] = sumG / weights;
  target[to + 2] = sumB / weights;
}
