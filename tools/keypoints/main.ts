/**
 * Writes the place of the central face of every picture of a folder, as the app's own detector sees it: what training
 * needs to cut the same crops as the app.
 *
 *     npm run keypoints -- --images DIR [--aligned] [--effort frame|photo] --out keypoints.csv
 */
import { Command, Option } from "commander";
import { type DetectedFaces, EnginePage, type PictureReading } from "../engine-page/engine-page.ts";
import { writeWhole } from "../shared/output.ts";
import { listPictures } from "../shared/pictures.ts";
import { readFolder } from "../shared/read-folder.ts";
import { runTool } from "../shared/run-tool.ts";
import { keypointsCsv } from "./keypoints-csv.ts";

interface Options {
  images: string;
  aligned?: boolean;
  effort: "frame" | "photo";
  rebuild?: boolean;
  out: string;
}

const program = new Command("keypoints")
  .description("Writes where the app's detector sees the central face of every picture of a folder.")
  .requiredOption("--images <folder>", "folder of pictures, searched with the folders inside it")
  .option("--aligned", "the pictures are tight face crops: pad them for detection")
  .addOption(new Option("--effort <name>", "how far to search").choices(["frame", "photo"]).default("frame"))
  .option("--rebuild", "build the app even if nothing has changed")
  .requiredOption("--out <file>", "CSV file to write")
  .parse();

await runTool((signal) => writeKeypoints(program.opts<Options>(), signal));

async function writeKeypoints(options: Options, signal: AbortSignal): Promise<void> {
  const { images, aligned, effort, rebuild, out } = options;
  const filenames = listPictures(images);
  const engine = await EnginePage.open({ backend: "wasm", rebuild, signal });
  try {
    const readings = await readFolder(images, filenames, (path) => engine.detect(path, { aligned, effort }));
    writeWhole(out, keypointsCsv(readings));
    report(readings, out);
  } finally {
    await engine.close();
  }
}

function report(readings: ReadonlyMap<string, PictureReading<DetectedFaces>>, out: string): void {
  let missed = 0;
  for (const [filename, reading] of readings) {
    if (reading.status === "failed") console.log(`${filename} could not be read: ${reading.reason}`);
    else if (reading.faces.length === 0) missed++;
  }
  console.log(`${readings.size} pictures, ${missed} without a face, written to ${out}`);
}
