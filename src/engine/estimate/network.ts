import { dispose, io, type Tensor } from "@tensorflow/tfjs-core";
import { type LayersModel, loadLayersModel } from "@tensorflow/tfjs-layers";
import { EngineError } from "../errors.ts";

/** The bytes of a model in tfjs layers format, downloaded and checked. */
export interface NetworkFiles {
  readonly topology: ArrayBuffer;
  readonly weights: ArrayBuffer;
}

interface LayersModelJson {
  readonly modelTopology: object;
  readonly weightsManifest: { readonly weights: io.WeightsManifestEntry[] }[];
}

/** A network on TensorFlow.js' current backend. */
export class Network {
  /** The network's layers, for looking inside. */
  readonly layers: LayersModel;

  private constructor(layers: LayersModel) {
    this.layers = layers;
  }

  /** Builds the network and uploads its weights. */
  static async load({ topology, weights }: NetworkFiles): Promise<Network> {
    const json = JSON.parse(new TextDecoder().decode(topology)) as LayersModelJson;
    const handler = io.fromMemory({
      modelTopology: json.modelTopology,
      weightSpecs: json.weightsManifest.flatMap((group) => group.weights),
      weightData: weights,
    });
    try {
      return new Network(await loadLayersModel(handler));
    } catch (error) {
      throw new EngineError("model-altered", "The age model could not be read; load the page again.", { cause: error });
    }
  }

  /** Every output of the network, [faces, …] each, for an input [faces, size, size, 3]. The caller disposes of them. */
  predict(input: Tensor): Tensor[] {
    const outputs = this.layers.predictOnBatch(input);
    return Array.isArray(outputs) ? outputs : [outputs];
  }

  /** As predict, with the outputs brought to the CPU. */
  async predictFloats(input: Tensor): Promise<Float32Array[]> {
    const outputs = this.predict(input);
    try {
      return (await Promise.all(outputs.map((output) => output.data()))) as Float32Array[];
    } finally {
      dispose(outputs);
    }
  }
}
