import type { Engine } from "../../engine/index.ts";
import type { Settings } from "./settings-slice.ts";

/** The engine as the visitor has set it: calls take the chosen model unless they name another. */
export function withSettings(engine: Engine, { modelId, withGender }: Settings): Engine {
  return {
    load: (options) => engine.load({ modelId, ...options }),
    models: (options) => engine.models(options),
    analyse: (input, options) => engine.analyse(input, { modelId, withGender, ...options }),
    detect: (input, options) => engine.detect(input, options),
    enhance: (crop, steps, options) => engine.enhance(crop, steps, options),
    compare: (input, modelIds, options) => engine.compare(input, modelIds, options),
    explain: (crop, request, options) => engine.explain(crop, request, options),
    close: () => engine.close(),
  };
}
