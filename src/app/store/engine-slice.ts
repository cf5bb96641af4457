import type { Engine, EngineInfo } from "../../engine/index.ts";
import type { GetEngine, Slice } from "./app-state.ts";
import { type Problem, toProblem } from "./problem.ts";
import { advance, NOTHING_YET, type Waiting } from "./waiting.ts";

/** How far the engine is with getting ready. */
export type EngineState =
  | { readonly status: "idle" }
  | { readonly status: "loading"; readonly waiting: Waiting }
  | { readonly status: "ready"; readonly info: EngineInfo }
  | { readonly status: "failed"; readonly problem: Problem };

export interface EngineSlice {
  readonly engine: EngineState;
  /** Loads the models ahead of the first picture; a load that failed is tried again. */
  readonly preload: () => Promise<void>;
  /** Reads a picture without showing it; as the engine's own. */
  readonly analyse: Engine["analyse"];
  /** Applies filters to a face's crop; as the engine's own. */
  readonly enhance: Engine["enhance"];
}

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
        set({ engine: { status: "failed", problem: toProblem(error) } });
      }
    },
    analyse: (picture, options) => getEngine().analyse(picture, options),
    enhance: (crop, steps, options) => getEngine().enhance(crop, steps, options),
  });
}
