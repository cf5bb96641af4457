/**
 * Milliseconds per room of the engine, by backend, search effort and number of faces, and of the network against
 * measuring and repairing. Compare rows of one run only: machines and their load differ.
 *
 *     npm run bench -- [rooms|steps] [--repeats N] [--backend webgpu|wasm] [--out FILE.json]
 *
 * With the argument `live`: how still the live view's reading of a still face is, and how free its main thread.
 *
 *     npm run bench -- live [--out FILE.json]
 */
import { Argument, Command, Option } from "commander";
import type { Backend } from "../../src/engine/index.ts";
import { toJson, writeWhole } from "../shared/output.ts";
import { parseCount } from "../shared/parse-count.ts";
import { runTool } from "../shared/run-tool.ts";
import { makePictures } from "./cases.ts";
import { timeLive } from "./live.ts";
import { liveTable } from "./live-figures.ts";
import { timeRooms } from "./rooms.ts";
import { timeSteps } from "./steps.ts";
import { type RoomTimes, roomTable, type StepMedians, stepTable } from "./tables.ts";

interface Options {
  repeats: number;
  backend?: Backend;
  out?: string;
}

/** `engine` is rooms and steps together. */
const PARTS = ["engine", "rooms", "steps", "live"] as const;
type Part = (typeof PARTS)[number];

const program = new Command("bench")
  .description("Times the engine's rooms, on both backends, or watches the live view.")
  .addArgument(new Argument("[part]", "what to measure").choices(PARTS).default("engine"))
  .option("--repeats <count>", "repetitions, of which the median counts", parseCount, 5)
  .addOption(new Option("--backend <name>", "only this backend").choices(["webgpu", "wasm"]))
  .option("--out <file>", "JSON file to write")
  .parse();

const [part] = program.processedArgs as [Part];
const options = program.opts<Options>();
await runTool((signal) => (part === "live" ? benchLive(options, signal) : bench(part, options, signal)));

async function benchLive({ out }: Options, signal: AbortSignal): Promise<void> {
  const figures = await timeLive(signal);
  console.log(`\n${liveTable(figures)}\n\n${figures.speed}`);
  if (out) writeWhole(out, toJson(figures));
}

async function bench(part: Part, { repeats, backend, out }: Options, signal: AbortSignal): Promise<void> {
  const backends: Backend[] = backend ? [backend] : ["wasm", "webgpu"];
  const pictures = await makePictures();
  const results: { rooms: RoomTimes[]; steps: StepMedians[] } = { rooms: [], steps: [] };
  try {
    for (const each of backends) {
      const faceCounts = [...pictures.pathByFaces.keys()];
      if (part !== "steps") results.rooms.push(...(await timeRooms(each, pictures, repeats, signal)));
      if (part !== "rooms") results.steps.push(...(await timeSteps(each, faceCounts, repeats, signal)));
    }
  } finally {
    pictures.remove();
  }
  if (part !== "steps") console.log(`\n${roomTable(results.rooms)}`);
  if (part !== "rooms") console.log(`\n${stepTable(results.steps)}`);
  if (out) writeWhole(out, toJson({ repeats, ...results }));
}
