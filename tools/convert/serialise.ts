import { Float16Array } from "@petamoriken/float16";
import { io } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import files from "../../src/engine/facts/files.json" with { type: "json" };
import type { Stored } from "./precision.ts";

const MAX_HALF = 65_504;

/** A model in TensorFlow.js' layers format, as two files. */
export interface LayersFiles {
  readonly topology: Uint8Array;
  readonly weights: Uint8Array;
}

/**
 * Writes `model` with each weight as `storageOf` its name in the export says; TensorFlow.js computes in float32 again.
 *
 * @throws Error when `storageOf` does not know a weight.
 */
export async function serialise(
  model: LayersModel,
  storageOf: (name: string) => Stored | undefined,
): Promise<LayersFiles> {
  const artifacts = await captureArtifacts(model);
  const floats = new Float32Array(io.CompositeArrayBuffer.join(artifacts.weightData));
  let start = 0;
  const weights = (artifacts.weightSpecs ?? []).map((spec) => {
    const count = spec.shape.reduce((product, side) => product * side, 1);
    const values = floats.subarray(start, start + count);
    start += count;
    return writeWeight(spec, values, storageOf(exportName(spec.name)));
  });
  const json = {
    format: "layers-model",
    generatedBy: "AgeLens training",
    modelTopology: withoutTraining(artifacts.modelTopology as object),
    weightsManifest: [{ paths: [files.published.weights], weights: weights.map(({ spec }) => spec) }],
  };
  return {
    topology: new TextEncoder().encode(JSON.stringify(json)),
    // A plain array of its own: small Buffers share memory, which slice() does not copy.
    weights: new Uint8Array(Buffer.concat(weights.map(({ bytes }) => bytes))),
  };
}

/** TensorFlow.js' name of a weight, such as "stem.conv/kernel", as the export writes it: "stem.conv.weight". */
function exportName(name: string): string {
  return name.replace(/\/bias$/, ".bias").replace(/\/(depthwise_)?kernel$/, ".weight");
}

function writeWeight({ name, shape, dtype }: io.WeightsManifestEntry, values: Float32Array, stored?: Stored) {
  const spec = { name, shape, dtype };
  switch (stored?.dtype) {
    case "float32":
      return { spec, bytes: new Uint8Array(values.slice().buffer) };
    case "float16":
      return { spec: { ...spec, quantization: stored }, bytes: new Uint8Array(toHalves(values).buffer) };
    case "uint8": {
      const steps = values.map((value) => Math.round((value - stored.min) / stored.scale));
      return { spec: { ...spec, quantization: stored }, bytes: Uint8Array.from(Uint8ClampedArray.from(steps)) };
    }
    default:
      throw new Error(`precision.json does not say how to store “${name}”: run \`agelens precision\` again.`);
  }
}

/** Half precision, rounded to nearest even; values beyond its range are clamped to it. */
function toHalves(values: Float32Array) {
  return Float16Array.from(values, (value) => Math.min(MAX_HALF, Math.max(-MAX_HALF, value)));
}

/** A topology without what only training needs: it is a third as long, and loading draws no random weights. */
function withoutTraining(topology: object): object {
  const text = JSON.stringify(topology, (key, value) => {
    if (/_(regularizer|constraint)$/.test(key)) return undefined;
    return /_initializer$/.test(key) ? { class_name: "Zeros", config: {} } : value;
  });
  return JSON.parse(text) as object;
}

async function captureArtifacts(model: LayersModel): Promise<io.ModelArtifacts> {
  return new Promise((resolve, reject) => {
    const handler = io.withSaveHandler(async (artifacts) => {
      resolve(artifacts);
      return { modelArtifactsInfo: io.getModelArtifactsInfoForJSON(artifacts) };
    });
    model.save(handler).catch(reject);
  });
}
