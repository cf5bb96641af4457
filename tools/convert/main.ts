/**
 * Converts an exported network to TensorFlow.js' layers format, proves it and publishes it to the app.
 *
 *     npm run convert -- --export DIR --card card.md --parity parity.json --images DIR
 */
import { join } from "node:path";
import "@tensorflow/tfjs-backend-wasm";
import { setBackend } from "@tensorflow/tfjs-core";
import { Command } from "commander";
import type { ModelEntry } from "../../src/engine/estimate/manifest.ts";
import { Network } from "../../src/engine/estimate/network.ts";
import { buildLayersModel } from "./build-layers.ts";
import { type NetworkExport, readExport } from "./export.ts";
import { outputDifference, PARITY_TOLERANCE, readParity } from "./parity.ts";
import { type Precision, type Precisions, readPrecisions } from "./precision.ts";
import { updateManifest, writeFiles, writeModel } from "./publish.ts";
import type { FloatTensor } from "./safetensors.ts";
import { type LayersFiles, serialise } from "./serialise.ts";
import { moveWeights } from "./weights.ts";

interface Options {
  export: string;
  card: string;
  parity: string;
  images: string;
  out: string;
  id?: string;
  title: string;
  modelVersion: string;
}

const program = new Command("convert")
  .requiredOption("--export <folder>", "folder that `agelens export` wrote")
  .requiredOption("--card <file>", "model card that `agelens card` wrote")
  .requiredOption("--parity <file>", "file that `agelens parity` wrote")
  .requiredOption("--images <folder>", "pictures that the parity file names")
  .option("--out <folder>", "folder of the app's models", join(import.meta.dirname, "../../public/models"))
  .option("--id <id>", "the model's id in the app; that of the network's spec when left out")
  .option("--title <name>", "the model's name for people", "Compact")
  .option("--model-version <version>", "version of the model", "1")
  .parse();

await convert(program.opts<Options>()).catch((error: unknown) => {
  console.error(`convert: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
});

async function convert(options: Options): Promise<void> {
  await setBackend("wasm");
  const network = readExport(options.export);
  const model = buildLayersModel(network.spec);
  const precisions = readPrecisions(options.export);
  const serialiseAt = async (precision: Precision) => {
    moveWeights(model, weightsAt(network, precision));
    return await serialise(model, (name) => precisions.weights[precision][name]);
  };
  await writeAll(serialiseAt, precisions, options.export);
  const files = await serialiseAt(precisions.chosen);
  await prove(files, network, options);
  const publication = {
    id: options.id ?? network.description.id,
    name: options.title,
    version: options.modelVersion,
    card: options.card,
  };
  const entry = writeModel(options.out, publication, network.description, files, precisions);
  updateManifest(options.out, entry);
  report(entry);
}

/** Weights before they are rounded to a precision. */
function weightsAt({ weights, uint8Biases }: NetworkExport, precision: Precision): Map<string, FloatTensor> {
  return precision === "uint8" ? new Map([...weights, ...uint8Biases]) : weights;
}

/** Writes the network at every precision below the export, for those who want another one than the app's. */
async function writeAll(
  serialiseAt: (precision: Precision) => Promise<LayersFiles>,
  { variants }: Precisions,
  folder: string,
): Promise<void> {
  for (const [precision, figures] of Object.entries(variants)) {
    const files = await serialiseAt(precision as Precision);
    const kilobytes = Math.round(writeFiles(join(folder, "tfjs", precision), files) / 1000);
    console.log(`${precision}: ${kilobytes} kB, ${figures.lost} lost`);
  }
}

/** Replays the parity file with the very bytes that will be published. */
async function prove(files: LayersFiles, { description }: NetworkExport, options: Options): Promise<void> {
  const loaded = await Network.load({ topology: bufferOf(files.topology), weights: bufferOf(files.weights) });
  const { input, template } = description;
  const model = {
    alignment: template,
    input: { size: input.size, colour: input.colour, mean: input.mean, standardDeviation: input.std },
  };
  const { pictures } = readParity(options.parity);
  for (const picture of pictures) {
    const { probability, years } = await outputDifference(loaded, model, options.images, picture);
    const found = `${probability.toExponential(1)} in probability, ${years.toExponential(1)} years`;
    console.log(`${picture.filename}: largest difference to PyTorch ${found}`);
    if (probability <= PARITY_TOLERANCE.probability && years <= PARITY_TOLERANCE.years) continue;
    throw new Error(`${picture.filename} differs too much from PyTorch: nothing was published.`);
  }
}

function report(entry: ModelEntry): void {
  const kilobytes = Math.round((entry.topology.bytes + entry.weights.bytes) / 1000);
  console.log(`${entry.id}: ${entry.parameters.toLocaleString("en")} parameters, ${kilobytes} kB, published.`);
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}
