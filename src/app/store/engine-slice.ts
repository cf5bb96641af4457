import type { EngineSlice, GetEngine, Slice } from "./app-state.ts";
import { type ProblemCode, toProblem } from "./problem.ts";
import { advance, NOTHING_YET } from "./waiting.ts";

/** Problems that every picture would have in this browser: they are told before one is chosen. */
const ANY_PICTURE_FAILS: ReadonlySet<ProblemCode> = new Set<ProblemCode>(["canvas-scrambled", "unsupported-browser"]);

/** Creates the part of the store that follows the engine. */
export function createEngineSlice(getEngine: GetEngine): Slice<EngineSlice> {
  return (set, get) => ({
    engine: { status: "idle" },
    preload: async () => {
      const { status } = get().engine;
      if (status === "loading" || status === "ready") return;
      let waiting = NOTHING_YET;
      set({ engine: { status: "loading", waiting } });
      try {
        const info = await getEngine().load({
          onProgress: (progress) => {
            waiting = advance(waiting, progress);
            set({ engine: { status: "loading", waiting } });
          },
        });
        set({ engine: { status: "ready", info } });
      } catch (error) {
        const problem = toProblem(error);
        set({ engine: { status: "failed", problem } });
        if (ANY_PICTURE_FAILS.has(problem.code)) get().report(problem);
      }
    },
    analyse: (picture, options) => getEngine().analyse(picture, options),
    enhance: (crop, steps, options) => getEngine().enhance(crop, steps, options),
  });
}
