import { io, type Tensor } from "@tensorflow/tfjs-core";
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
  readonly #model: LayersModel;

  private constructor(model: LayersModel) {
    this.#model = model;
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

  /** Posteriors [faces, bins] for an input [faces, size, size, 3]. The caller disposes of the result. */
  predict(input: Tensor): Tensor {
    return this.#model.predictOnBatch(input) as Tensor;
  }
}
