import "@tensorflow/tfjs-backend-cpu";
import type { Tensor } from "@tensorflow/tfjs-core";
import { expect, it, vi } from "vitest";
import type { ExplainedModel } from "./evidence.ts";
import { cover, meanColour, occlusion } from "./occlusion.ts";

const SIZE = 16;
const model: ExplainedModel = {
  head: { kind: "age-posterior", bins: 2 },
  calibration: { level: 0.8, mass: 0.2 },
  input: { size: SIZE, colour: "RGB", mean: [0, 0, 0], standardDeviation: [1, 1, 1] },
};
/** The only pixel that the network looks at, in cell (5, 2) of the grid of eight. */
const SPOT = 5 * SIZE + 11;

/** Age 1 with probability 0.9 where the spot is bright, with 0.5 where it is not. */
const network = {
  predictFloats: async (input: Tensor) => {
    const pixels = await input.data();
    const faces = input.shape[0] as number;
    const shares = Array.from({ length: faces }, (_, face) =>
      (pixels[(face * SIZE * SIZE + SPOT) * 3] as number) > 200 ? 0.9 : 0.5,
    );
    return [Float32Array.from(shares.flatMap((share) => [1 - share, share]))];
  },
};

const crop = new Float32Array(SIZE * SIZE * 3).fill(10);
crop.set([255, 255, 255], SPOT * 3);

it("finds the one place that matters, and how much", async () => {
  const onDone = vi.fn();
  const { values, rows, columns } = await occlusion(network, crop, model, { checkpoint: async () => {}, onDone });
  const drop = Math.log(0.9 / 0.1);
  expect(values[2 * columns + 5]).toBeCloseTo(drop, 4);
  expect(values[7 * columns + 0]).toBe(0);
  expect(values.every((value) => value === 0 || Math.abs(value - drop) < 1e-4)).toBe(true);
  expect(onDone.mock.calls.at(-1)).toEqual([rows * columns, rows * columns]);
});

it("stops between batches when it is cancelled", async () => {
  const checkpoint = vi.fn(async () => {
    if (checkpoint.mock.calls.length === 3) throw new Error("cancelled");
  });
  const onDone = vi.fn();
  await expect(occlusion(network, crop, model, { checkpoint, onDone })).rejects.toThrow("cancelled");
  expect(onDone).toHaveBeenCalledTimes(2);
});

it("covers a square around the place, cut off at the border, and leaves the crop alone", () => {
  const covered = cover(crop, SIZE, 0, [1, 2, 3]);
  expect([...covered.slice(0, 3)]).toEqual([1, 2, 3]);
  const changed = covered.filter((value, index) => value !== crop[index]).length / 3;
  expect(changed).toBe(9);
  expect(crop[0]).toBe(10);
});

it("takes the mean of each colour", () => {
  expect(meanColour(new Float32Array([0, 10, 20, 10, 30, 60]))).toEqual([5, 20, 40]);
});
