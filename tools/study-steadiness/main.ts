/**
 * Measures how far an age moves when nothing has changed but the file: saved again, scaled, cropped by a hair, mirrored.
 *
 *     npm run study:steadiness -- --images DIR [--step N] [--model ID] --out DIR
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Presets, SingleBar } from "cli-progress";
import { Command } from "commander";
import { EnginePage } from "../engine-page/engine-page.ts";
import { nearestCentre } from "../engine-page/picture-coordinates.ts";
import { prepareFolder, toJson, writeWhole } from "../shared/output.ts";
import { parseCount } from "../shared/parse-count.ts";
import { listPictures } from "../shared/pictures.ts";
import { runTool } from "../shared/run-tool.ts";
import { type FaceAges, movesTable } from "./moves.ts";
import { upright, VARIANT_NAMES, type VariantName, variantOf } from "./variants.ts";

interface Options {
  images: string;
  step: number;
  model?: string;
  out: string;
}

const program = new Command("study:steadiness")
  .description("Measures how far ages move when a picture is saved again, scaled, cropped by a hair or mirrored.")
  .requiredOption("--images <folder>", "pictures; of each the face nearest the centre counts")
  .option("--step <count>", "use every N-th picture only", parseCount, 1)
  .option("--model <id>", "a model of the manifest; its default model when left out")
  .requiredOption("--out <folder>", "folder for faces.json and the variant under way")
  .parse();

await runTool((signal) => runStudy(program.opts<Options>(), signal));

async function runStudy({ images, step, model, out }: Options, signal: AbortSignal): Promise<void> {
  const filenames = listPictures(images).filter((_, index) => index % step === 0);
  prepareFolder(out);
  const engine = await EnginePage.open({ backend: "wasm", modelId: model, signal });
  try {
    await engine.load();
    const faces = await readAll(engine, images, filenames, join(out, "variant"));
    writeWhole(join(out, "faces.json"), toJson(faces));
    console.log(`\n${movesTable(faces)}\n\nPictures without an age as they are: ${filenames.length - faces.length}`);
  } finally {
    await engine.close();
  }
}

async function readAll(engine: EnginePage, folder: string, filenames: readonly string[], file: string) {
  const bar = new SingleBar(
    { format: "{bar} {value}/{total} pictures, {eta_formatted} to go" },
    Presets.shades_classic,
  );
  const faces: FaceAges[] = [];
  bar.start(filenames.length, 0);
  try {
    for (const filename of filenames) {
      const png = await upright(join(folder, filename));
      const asItIs = await yearsOf(engine, file, png);
      if (asItIs !== null) faces.push({ filename, asItIs, variants: await readVariants(engine, file, png) });
      bar.increment();
    }
  } finally {
    bar.stop();
  }
  return faces;
}

async function readVariants(engine: EnginePage, file: string, png: Buffer): Promise<FaceAges["variants"]> {
  const years = {} as Record<VariantName, number | null>;
  for (const name of VARIANT_NAMES) years[name] = await yearsOf(engine, file, await variantOf(png, name));
  return years;
}

/** The age of the face nearest the centre; `null` where there is none, or a reason instead of an age. */
async function yearsOf(engine: EnginePage, file: string, picture: Buffer): Promise<number | null> {
  writeFileSync(file, picture);
  const reply = await engine.analyse(file, {});
  if (reply.status === "failed") return null;
  const face = nearestCentre(reply.faces, reply.size);
  return face?.reading.status === "estimated" ? face.reading.years : null;
}
