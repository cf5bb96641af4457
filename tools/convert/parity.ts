import { join } from "node:path";
import { tensor4d } from "@tensorflow/tfjs-core";
import sharp from "sharp";
import * as v from "valibot";
import { alignReference, type RgbaPicture } from "../../src/engine/align/reference.ts";
import { placeCrop } from "../../src/engine/align/template.ts";
import type { Face } from "../../src/engine/detect/face.ts";
import type { ModelEntry } from "../../src/engine/estimate/manifest.ts";
import type { Network } from "../../src/engine/estimate/network.ts";
import { normaliseReference } from "../../src/engine/estimate/normalise-reference.ts";
import { readJson } from "./export.ts";

const numbers = v.array(v.number());
const point = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.transform(([x, y]) => ({ x, y })),
);

const interval = v.object({ low: v.number(), high: v.number() });

/** A picture with what PyTorch made of it, step by step, up to the network's input. */
const steps = {
  filename: v.string(),
  box: v.pipe(
    v.tuple([v.number(), v.number(), v.number(), v.number()]),
    v.transform(([x, y, width, height]) => ({ x, y, width, height })),
  ),
  keypoints: v.object({
    rightEye: point,
    leftEye: point,
    nose: point,
    mouth: point,
    rightEar: point,
    leftEar: point,
  }),
  cropToSource: v.object({ a: v.number(), b: v.number(), tx: v.number(), ty: v.number() }),
  cropMean: numbers,
  cropSamples: v.array(v.object({ x: v.number(), y: v.number(), rgb: numbers })),
};

/** What one head says: probabilities of its classes, or years where it has none. */
const reading = v.object({ posterior: v.optional(numbers), years: v.optional(v.number()) });

/** Written by `agelens parity`; with several heads, the reading is that of the first and `heads` has all by name. */
const parityFile = v.object({
  pictures: v.array(v.object({ ...steps, ...reading.entries, heads: v.optional(v.record(v.string(), reading)) })),
});

/** The same of a network with a posterior over ages, as it reads photos. */
const ageParityFile = v.object({
  pictures: v.array(v.object({ ...steps, photo: v.object({ posterior: numbers, years: v.number(), interval }) })),
});

export type ParityFile = v.InferOutput<typeof parityFile>;
export type AgeParityFile = v.InferOutput<typeof ageParityFile>;
export type ParityPicture = ParityFile["pictures"][number];

/** PyTorch and TensorFlow.js may differ by this much in any class's probability, and a regression in years. */
export const PARITY_TOLERANCE = { probability: 1e-3, years: 0.05 };

/** Largest differences between PyTorch and TensorFlow.js over the heads of a network. */
export interface Difference {
  readonly probability: number;
  readonly years: number;
}

/** Reads a parity file. */
export function readParity(path: string): ParityFile {
  return readJson(path, parityFile);
}

/** Reads a parity file of a network with a posterior over ages. */
export function readAgeParity(path: string): AgeParityFile {
  return readJson(path, ageParityFile);
}

/** Largest differences between PyTorch's outputs and this network's, from the picture on. */
export async function outputDifference(
  network: Network,
  model: Pick<ModelEntry, "alignment" | "input">,
  folder: string,
  picture: ParityPicture,
): Promise<Difference> {
  const { size } = model.input;
  const face: Face = { box: picture.box, keypoints: picture.keypoints, score: 1 };
  const { cropToPicture } = placeCrop(face, model.alignment, size);
  const crop = alignReference(await readPicture(join(folder, picture.filename)), cropToPicture, size);
  const input = tensor4d(normaliseReference(crop, model.input), [1, size, size, 3]);
  const outputs = await network.predictFloats(input);
  const expected = Object.values(picture.heads ?? { only: picture });
  const differences = expected.map(({ posterior, years = 0 }, index) => {
    const output = outputs[index] as Float32Array;
    if (!posterior) return { probability: 0, years: Math.abs(Math.max(0, output[0] as number) - years) };
    return { probability: Math.max(...posterior.map((p, k) => Math.abs(p - (output[k] as number)))), years: 0 };
  });
  return {
    probability: Math.max(...differences.map(({ probability }) => probability)),
    years: Math.max(...differences.map(({ years }) => years)),
  };
}

async function readPicture(path: string): Promise<RgbaPicture> {
  const { data, info } = await sharp(path).rotate().ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}
