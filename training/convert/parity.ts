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

/** Pictures with what PyTorch made of them, step by step: written by `agelens parity`, replayed here and in the browser. */
const parityFile = v.object({
  pictures: v.array(
    v.object({
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
      posterior: numbers,
      years: v.number(),
      interval: v.object({ low: v.number(), high: v.number() }),
    }),
  ),
});

export type ParityFile = v.InferOutput<typeof parityFile>;
export type ParityPicture = ParityFile["pictures"][number];

/** PyTorch and TensorFlow.js may differ by this much in any age's probability. */
export const PARITY_TOLERANCE = 1e-3;

/** Reads a parity file. */
export function readParity(path: string): ParityFile {
  return readJson(path, parityFile);
}

/** Largest difference in probability between PyTorch's posterior and this network's, from the picture on. */
export async function posteriorDifference(
  network: Network,
  model: Pick<ModelEntry, "alignment" | "input">,
  folder: string,
  picture: ParityPicture,
): Promise<number> {
  const { size } = model.input;
  const face: Face = { box: picture.box, keypoints: picture.keypoints, score: 1 };
  const { cropToPicture } = placeCrop(face, model.alignment, size);
  const crop = alignReference(await readPicture(join(folder, picture.filename)), cropToPicture, size);
  const [posterior] = await network.predictFloats(tensor4d(normaliseReference(crop, model.input), [1, size, size, 3]));
  if (!posterior) throw new Error("The network has no output.");
  return Math.max(...picture.posterior.map((expected, age) => Math.abs(expected - (posterior[age] as number))));
}

async function readPicture(path: string): Promise<RgbaPicture> {
  const { data, info } = await sharp(path).rotate().ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}
