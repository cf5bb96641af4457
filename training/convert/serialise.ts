import { io } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { toFloat16Bits } from "./float16.ts";

/** A model in TensorFlow.js' layers format, as two files. */
export interface LayersFiles {
  readonly topology: Uint8Array;
  readonly weights: Uint8Array;
}

/** Name of the weights beside model.json. */
export const WEIGHTS_FILE = "weights.bin";

/** Writes `model` with its weights as float16, which halves the download; TensorFlow.js computes in float32 again. */
export async function serialise(model: LayersModel): Promise<LayersFiles> {
  const artifacts = await captureArtifacts(model);
  const specs = (artifacts.weightSpecs ?? []).map((spec) => ({ ...spec, quantization: { dtype: "float16" as const } }));
  const json = {
    format: "layers-model",
    generatedBy: "AgeLens training",
    modelTopology: artifacts.modelTopology,
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights: specs }],
  };
  const floats = new Float32Array(io.CompositeArrayBuffer.join(artifacts.weightData));
  return {
    topology: new TextEncoder().encode(JSON.stringify(json)),
    weights: new Uint8Array(toFloat16Bits(floats).buffer),
  };
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
