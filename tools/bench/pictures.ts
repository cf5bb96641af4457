import type { Backend, Timings } from "../../src/engine/index.ts";
import { median } from "../../src/math/index.ts";
import { EnginePage } from "../engine-page/engine-page.ts";
import { ToolError } from "../shared/tool-error.ts";
import type { BenchPictures } from "./cases.ts";
import type { PictureTimes } from "./tables.ts";

const EFFORTS = ["frame", "photo"] as const;

interface Case {
  readonly effort: (typeof EFFORTS)[number];
  readonly faces: number;
  readonly path: string;
  readonly timings: Timings[];
  found: number;
}

/** Median times of each step of whole pictures. The cases take turns, so that a busy moment of the machine hits all of them. */
export async function timePictures(
  backend: Backend,
  { pathByFaces }: BenchPictures,
  repeats: number,
  signal: AbortSignal,
): Promise<PictureTimes[]> {
  const cases: Case[] = EFFORTS.flatMap((effort) =>
    [...pathByFaces].map(([faces, path]) => ({ effort, faces, path, timings: [], found: 0 })),
  );
  const engine = await EnginePage.open({ backend, signal });
  try {
    await engine.load();
    for (let repeat = 0; repeat <= repeats; repeat++) {
      for (const each of cases) await timeOnce(engine, each);
    }
  } finally {
    await engine.close();
  }
  return cases.map(({ effort, faces, found, timings }) => ({ backend, effort, faces, found, ...medians(timings) }));
}

async function timeOnce(engine: EnginePage, each: Case): Promise<void> {
  const reading = await engine.analyse(each.path, { effort: each.effort });
  if (reading.status === "failed") throw new ToolError(reading.reason);
  each.timings.push(reading.timings);
  each.found = reading.faces.length;
}

/** The first repetition compiles and allocates, and does not count. */
function medians([, ...timings]: readonly Timings[]): Timings {
  const of = (step: keyof Timings) => median(timings.map((times) => times[step]));
  return { decode: of("decode"), detect: of("detect"), estimate: of("estimate"), total: of("total") };
}
