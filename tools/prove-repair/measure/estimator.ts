import { readFileSync } from "node:fs";
import { join } from "node:path";
import "@tensorflow/tfjs-backend-wasm";
import { setBackend, tensor4d } from "@tensorflow/tfjs-core";
import { EngineError } from "../../../src/engine/errors.ts";
import { tailsAt } from "../../../src/engine/estimate/calibration.ts";
import { calibratedInterval } from "../../../src/engine/estimate/decode.ts";
import { decodeFace } from "../../../src/engine/estimate/decode-heads.ts";
import { outputSizes } from "../../../src/engine/estimate/heads.ts";
import { type AgeModelEntry, findModel, parseManifest } from "../../../src/engine/estimate/manifest.ts";
import { Network } from "../../../src/engine/estimate/network.ts";
import { normaliseReference } from "../../../src/engine/estimate/normalise-reference.ts";
import estimate from "../../../src/engine/facts/estimate.json" with { type: "json" };
import type { RgbImage } from "../../../src/engine/image/rgb-image.ts";
import { rowsOf } from "../../../src/engine/pipeline/crop-pixels.ts";
import { clamp } from "../../../src/math/index.ts";
import { ToolError } from "../../shared/tool-error.ts";
import { type Estimate, TAIL_FACTORS } from "./samples.ts";

/** A crop and the true age of its face. */
export interface LabelledCrop {
  readonly image: RgbImage;
  readonly age: number;
}

const MAX_BATCH = 16;

/**
 * The manifest entry of the published model `id`, or of the default one.
 *
 * @throws ToolError when the manifest cannot be used or does not list the model.
 */
export function readModel(modelsFolder: string, id?: string): AgeModelEntry {
  const path = join(modelsFolder, "manifest.json");
  try {
    return findModel(parseManifest(JSON.parse(readFileSync(path, "utf8"))), id);
  } catch (error) {
    const why = error instanceof EngineError ? error.message : "it cannot be read; pass the folder with --models.";
    throw new ToolError(`${path}: ${why}`, { cause: error });
  }
}

/** A published network on tfjs' wasm backend, decoded as the app decodes it. */
export class Estimator {
  readonly #network: Network;
  readonly #model: AgeModelEntry;

  private constructor(network: Network, model: AgeModelEntry) {
    this.#network = network;
    this.#model = model;
  }

  static async load(modelsFolder: string, model: AgeModelEntry): Promise<Estimator> {
    await setBackend("wasm");
    const [topology, weights] = [model.topology, model.weights].map(({ path }) => readBuffer(join(modelsFolder, path)));
    return new Estimator(await Network.load({ topology, weights } as Parameters<typeof Network.load>[0]), model);
  }

  /** One estimate per crop, in their order. */
  async estimate(crops: readonly LabelledCrop[]): Promise<Estimate[]> {
    const estimates: Estimate[] = [];
    for (let first = 0; first < crops.length; first += MAX_BATCH) {
      estimates.push(...(await this.#estimateBatch(crops.slice(first, first + MAX_BATCH))));
    }
    return estimates;
  }

  async #estimateBatch(crops: readonly LabelledCrop[]): Promise<Estimate[]> {
    const { input, head } = this.#model;
    const values = new Float32Array(crops.length * input.size ** 2 * 3);
    crops.forEach(({ image }, index) => {
      values.set(normaliseReference(image.data, input), index * image.data.length);
    });
    const tensor = tensor4d(values, [crops.length, input.size, input.size, 3]);
    const outputs = await this.#network.predictFloats(tensor, estimate.views.photo);
    tensor.dispose();
    const sizes = outputSizes(head);
    return crops.map(({ age }, index) => decode(rowsOf(outputs, index, sizes), age, this.#model));
  }
}

function decode(outputs: readonly Float32Array[], age: number, model: AgeModelEntry): Estimate {
  const reading = decodeFace(outputs, model).age;
  if (reading?.status !== "estimated") throw new ToolError(`${model.id} gave no reading.`);
  const { posterior, years } = reading;
  const widths = TAIL_FACTORS.map((factor) => {
    const { low, high } = calibratedInterval(posterior, model.calibration, factor);
    return high - low;
  });
  const percentile = percentileOf(posterior, age);
  const { below, above } = tailsAt(model.calibration, age);
  return { years, holdsUpTo: Math.min(percentile / below, (1 - percentile) / above), widths };
}

/**
 * Share of the posterior below an age; the inverse of the engine's quantile().
 *
 * @example percentileOf(new Float32Array([0.5, 0.5]), 1) // 0.75
 */
export function percentileOf(posterior: Float32Array, age: number): number {
  let below = 0;
  let total = 0;
  posterior.forEach((share, bin) => {
    below += share * clamp(age - bin + 0.5, 0, 1);
    total += share;
  });
  return below / total;
}

function readBuffer(path: string): ArrayBuffer {
  return new Uint8Array(readFileSync(path)).buffer;
}
