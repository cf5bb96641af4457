import type { GetEngine, ModelsSlice, Slice } from "./app-state.ts";
import { toProblem } from "./problem.ts";

/** Creates the part of the store that knows which models there are and which one is used. */
export function createModelsSlice(getEngine: GetEngine): Slice<ModelsSlice> {
  return (set, get) => {
    const readAgain = async () => {
      const { reel, shownInReel, result } = get();
      const shownIndex = reel.findIndex(({ id }) => id === shownInReel);
      if (shownIndex >= 0)
        await get().openAll(
          reel.map(({ picture }) => picture),
          shownIndex,
        );
      else if (result) await get().open(result.picture);
    };
    return {
      models: undefined,
      loadModels: async () => {
        if (get().models) return;
        try {
          set({ models: await getEngine().models() });
        } catch (error) {
          get().report(toProblem(error));
        }
      },
      chooseModel: async (modelId) => {
        get().changeSettings({ modelId });
        set({ engine: { status: "idle" } });
        await get().preload();
        await readAgain();
      },
      chooseGender: async (withGender) => {
        get().changeSettings({ withGender });
        await readAgain();
      },
      compareModels: (input, modelIds, options) => getEngine().compare(input, modelIds, options),
      explain: (crop, request, options) => getEngine().explain(crop, request, options),
    };
  };
}
