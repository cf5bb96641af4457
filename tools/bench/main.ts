/**
 * Milliseconds per room of the engine, by backend, search effort and number of faces, and of the network against
 * measuring and repairing. Compare rows of one run only: machines and their load differ.
 *
 *     npm run bench -- [--repeats N] [--backend webgpu|wasm] [--part rooms|steps] [--out FILE.json]
 */
import { Command, Option } from "commander";
import type { Backend } from "../../src/engine/index.ts";
import { toJson, writeWhole } from "../shared/output.ts";
import { parseCount } from "../shared/parse-count.ts";
import { runTool } from "../shared/run-tool.ts";
import { makePictures } from "./cases.ts";
import { timeRooms } from "./rooms.ts";
import { timeSteps } from "./steps.ts";
import { type RoomTimes, roomTable, type StepMedians, stepTable } from "./tables.ts";

interface Options {
  repeats: number;
  backend?: Backend;
  part?: "rooms" | "steps";
  out?: string;
}

const program = new Command("bench")
  .description("Times the engine's rooms, on both backends.")
  .option("--repeats <count>", "repetitions, of which the median counts", parseCount, 5)
  .addOption(new Option("--backend <name>", "only this backend").choices(["webgpu", "wasm"]))
  .addOption(new Option("--part <name>", "only this table").choices(["rooms", "steps"]))
  .option("--out <file>", "JSON file to write")
  .parse();

await runTool((signal) => bench(program.opts<Options>(), signal));

async function bench({ repeats, backend, part, out }: Options, signal: AbortSignal): Promise<void> {
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
