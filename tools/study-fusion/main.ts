/**
 * How far frames of one face agree in their errors, and whether fused readings keep what their intervals promise: makes
 * noisy frames of labelled pictures, reads each alone and fuses them.
 *
 *     npm run study:fusion -- --images DIR [--faces N] [--frames N] [--out FILE.json]
 *
 * For tight face crops named as in UTKFace; see docs/live.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { frameWeight } from "../../src/engine/track/frame-weight.ts";
import { boxCentre, distance, type PixelBox } from "../../src/math/index.ts";
import { type BytePicture, decodePicture, openRaw, throughSharp } from "../degrade/picture.ts";
import { seededRandom } from "../degrade/random.ts";
import { EnginePage } from "../engine-page/engine-page.ts";
import { openLabelledFolder } from "../evaluate/labelled-folder.ts";
import { noisyFrame } from "../fake-camera/noisy-frame.ts";
import { toJson, writeWhole } from "../shared/output.ts";
import { parseCount } from "../shared/parse-count.ts";
import { runTool } from "../shared/run-tool.ts";
import { errorVariances, fusionTable, type StudyFace, type StudyFrame } from "./summary.ts";

interface Options {
  images: string;
  faces: number;
  frames: number;
  out?: string;
}

/** A crop is surrounded by half its side, as wide as people sit before a camera. */
const SURROUNDING = 0.5;
const JPEG_QUALITY = 80;

const program = new Command("study:fusion")
  .description("Measures how far fusing frames narrows a reading honestly.")
  .requiredOption("--images <folder>", "tight face crops, named as in UTKFace")
  .option("--faces <count>", "how many of them, drawn by chance", parseCount, 200)
  .option("--frames <count>", "noisy frames of each", parseCount, 8)
  .option("--out <file>", "JSON file to write")
  .parse();

await runTool((signal) => study(program.opts<Options>(), signal));

async function study({ images, faces: wanted, frames, out }: Options, signal: AbortSignal): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "agelens-fusion-"));
  const engine = await EnginePage.open({ backend: "wasm", signal });
  const faces: StudyFace[] = [];
  try {
    await engine.load();
    for (const { name, age } of drawn(images, wanted)) {
      const picture = await surrounded(join(images, name));
      const read = await readFrames(engine, picture, frames, name, folder);
      if (read.length === frames) faces.push({ age, frames: read });
    }
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true });
  }
  const { frame, face } = errorVariances(faces);
  console.log(`${faces.length} faces that were found in all of ${frames} frames`);
  console.log(`Error variance in years²: ${frame.toFixed(1)} from frame to frame, ${face.toFixed(1)} with the face\n`);
  const counts = [1, 2, 4, 8, 16, 32].filter((count) => count <= frames);
  console.log(fusionTable(faces, counts));
  if (out) writeWhole(out, toJson(faces.map(plain)));
}

function drawn(images: string, count: number): { name: string; age: number }[] {
  const random = seededRandom("faces");
  return [...openLabelledFolder(images).labels]
    .flatMap(([name, { years: age }]) => (age === undefined ? [] : [{ name, age, draw: random() }]))
    .sort((a, b) => a.draw - b.draw)
    .slice(0, count);
}

async function surrounded(path: string): Promise<BytePicture> {
  const picture = await decodePicture(path);
  const margin = Math.round(SURROUNDING * picture.width);
  return throughSharp(picture, (image) =>
    image.extend({ top: margin, bottom: margin, left: margin, right: margin, extendWith: "copy" }),
  );
}

/** The frames in which the face was found; it is the one nearest to the middle. */
async function readFrames(engine: EnginePage, picture: BytePicture, count: number, seed: string, folder: string) {
  const middle = { x: picture.width / 2, y: picture.height / 2 };
  const away = ({ box }: { box: PixelBox }) => distance(boxCentre(box), middle);
  const read: StudyFrame[] = [];
  for (let index = 0; index < count; index++) {
    const path = join(folder, `${index}.jpg`);
    const frame = await noisyFrame(picture, index, seed);
    writeFileSync(path, await openRaw(frame).jpeg({ quality: JPEG_QUALITY }).toBuffer());
    const reply = await engine.analyse(path, { effort: "frame" });
    if (reply.status === "failed") continue;
    const [face] = [...reply.faces].sort((a, b) => away(a) - away(b));
    if (face?.reading.status === "estimated") read.push({ estimate: face.reading, weight: frameWeight(face) });
  }
  return read;
}

function plain({ age, frames }: StudyFace) {
  return {
    age,
    frames: frames.map(({ estimate, weight }) => ({ ...estimate, posterior: [...estimate.posterior], weight })),
  };
}
