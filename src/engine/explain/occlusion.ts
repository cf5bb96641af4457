import { tensor4d } from "@tensorflow/tfjs-core";
import type { HeatMap } from "../api.ts";
import type { Checkpoint } from "../detect/detect.ts";
import type { Network } from "../estimate/network.ts";
import { normaliseReference } from "../estimate/normalise-reference.ts";
import { type ExplainedModel, estimateOf, logOdds } from "./evidence.ts";

/** Places along each side at which the crop is covered. */
const GRID = 8;
/** Side of the cover as a share of the crop's side: about an eye with its brow. */
const COVER_SHARE = 0.25;
/** Covered crops that go through the network at once. */
const BATCH = 8;

/** What an occlusion map reports while it is made. */
export interface OcclusionWatch {
  readonly checkpoint: Checkpoint;
  readonly onDone: (done: number, total: number) => void;
}

/**
 * Occlusion map (Zeiler and Fergus, Visualizing and Understanding Convolutional Networks, 2014): how far the log-odds of
 * the reading fall when a square around each place is covered with the crop's mean colour.
 *
 * @param crop RGB 0…255, row by row
 */
export async function occlusion(
  network: Pick<Network, "predictFloats">,
  crop: Float32Array<ArrayBuffer>,
  model: ExplainedModel,
  { checkpoint, onDone }: OcclusionWatch,
): Promise<HeatMap> {
  const [whole] = await predict(network, [crop], model);
  const { posterior, interval } = estimateOf(whole as Float32Array[], model);
  const before = logOdds(posterior, interval);
  const colour = meanColour(crop);
  const total = GRID * GRID;
  const values = new Float32Array(total);
  for (let first = 0; first < total; first += BATCH) {
    await checkpoint();
    const places = Array.from({ length: Math.min(BATCH, total - first) }, (_, index) => first + index);
    const outputs = await predict(
      network,
      places.map((place) => cover(crop, model.input.size, place, colour)),
      model,
    );
    outputs.forEach((covered, index) => {
      values[first + index] = before - logOdds(estimateOf(covered, model).posterior, interval);
    });
    onDone(first + places.length, total);
  }
  return { method: "occlusion", rows: GRID, columns: GRID, values };
}

/** Outputs of the network for each crop: [crop][output]. */
async function predict(
  network: Pick<Network, "predictFloats">,
  crops: readonly Float32Array<ArrayBuffer>[],
  { input }: ExplainedModel,
): Promise<Float32Array[][]> {
  const { size } = input;
  const values = new Float32Array(crops.length * size * size * 3);
  crops.forEach((crop, index) => {
    values.set(normaliseReference(crop, input), index * crop.length);
  });
  const tensor = tensor4d(values, [crops.length, size, size, 3]);
  try {
    const outputs = await network.predictFloats(tensor);
    return crops.map((_, index) =>
      outputs.map((output) => {
        const length = output.length / crops.length;
        return output.slice(index * length, (index + 1) * length);
      }),
    );
  } finally {
    tensor.dispose();
  }
}

/** A copy of `crop` with a square of `colour` around the centre of cell `place` of the grid, cut off at the borders. */
export function cover(
  crop: Float32Array<ArrayBuffer>,
  size: number,
  place: number,
  colour: readonly number[],
): Float32Array<ArrayBuffer> {
  const covered = crop.slice();
  const reach = (COVER_SHARE * size) / 2;
  const [left, right] = span((place % GRID) + 0.5, reach, size);
  const [top, bottom] = span(Math.floor(place / GRID) + 0.5, reach, size);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) covered.set(colour, (y * size + x) * 3);
  }
  return covered;
}

function span(cell: number, reach: number, size: number): [from: number, to: number] {
  const centre = (cell * size) / GRID;
  return [Math.max(0, Math.round(centre - reach)), Math.min(size, Math.round(centre + reach))];
}

/** Mean red, green and blue of a crop. */
export function meanColour(crop: Float32Array): number[] {
  const sums = [0, 0, 0];
  crop.forEach((value, index) => {
    sums[index % 3] = (sums[index % 3] as number) + value;
  });
  return sums.map((sum) => (sum * 3) / crop.length);
}
