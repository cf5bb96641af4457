import { concat, dispose, io, mean, reverse, split, stack, type Tensor, tidy } from "@tensorflow/tfjs-core";
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

/** The pictures of each face that the network sees. */
export interface Views {
  /** Also the face's mirror image: as old, and half of what the network errs by chance. */
  readonly mirrored: boolean;
}

const ONE_VIEW: Views = { mirrored: false };

/** The axis of [faces, rows, columns, 3] that a mirror turns around. */
const COLUMNS = 2;

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

  /**
   * Every output of the network, [faces, …] each, for an input [faces, size, size, 3]; `mirrored` gives the mean of each face's
   * and its mirror image's outputs. The caller disposes of them.
   */
  predict(input: Tensor, views = ONE_VIEW): Tensor[] {
    if (!views.mirrored) return this.#outputs(input);
    return tidy(() =>
      this.#outputs(concat([input, reverse(input, COLUMNS)])).map((both) => mean(stack(split(both, 2)), 0)),
    );
  }

  #outputs(input: Tensor): Tensor[] {
    const outputs = this.layers.predictOnBatch(input);
    return Array.isArray(outputs) ? outputs : [outputs];
  }

  /** As predict, with the outputs brought to the CPU. */
  async predictFloats(input: Tensor, views = ONE_VIEW): Promise<Float32Array[]> {
    const outputs = this.predict(input, views);
    try {
      return (await Promise.all(outputs.map((output) => output.data()))) as Float32Array[];
    } finally {
      dispose(outputs);
    }
  }
}
