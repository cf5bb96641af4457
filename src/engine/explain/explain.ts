import { tensor4d } from "@tensorflow/tfjs-core";
import type { ExplanationMethod, HeatMap, Progress } from "../api.ts";
import type { Checkpoint } from "../detect/detect.ts";
import { normaliseReference } from "../estimate/normalise-reference.ts";
import type { CropPixels } from "../pipeline/crop-pixels.ts";
import type { FaceCompute } from "../pipeline/face-compute.ts";
import { classActivation } from "./class-activation.ts";
import { occlusion } from "./occlusion.ts";

interface ExplainContext {
  readonly checkpoint: Checkpoint;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Where in a crop the evidence for its reading lies.
 *
 * Class activation takes one run of the network; occlusion dozens, but works with every network, and takes its place
 * where a network is not built for it.
 */
export async function explain(
  { network, model }: Pick<FaceCompute, "network" | "model">,
  crop: CropPixels,
  method: ExplanationMethod,
  { checkpoint, onProgress }: ExplainContext,
): Promise<HeatMap> {
  if (method === "class-activation") {
    const { size } = model.input;
    const input = tensor4d(normaliseReference(crop, model.input), [1, size, size, 3]);
    const map = await classActivation(network, input, model).finally(() => input.dispose());
    if (map) return map;
  }
  return occlusion(network, crop, model, {
    checkpoint,
    onDone: (done, total) => onProgress({ kind: "explain", done, total }),
  });
}
