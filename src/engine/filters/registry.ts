import { autoGamma } from "./auto-gamma/index.ts";
import { bilateral } from "./bilateral/index.ts";
import { clahe } from "./clahe/index.ts";
import type { FilterId } from "./controls.ts";
import type { Filter } from "./filter.ts";
import { gamma } from "./gamma/index.ts";
import { gaussian } from "./gaussian/index.ts";
import { highPass } from "./high-pass/index.ts";
import { histogramEqualisation } from "./histogram-equalisation/index.ts";
import { median } from "./median/index.ts";
import { resample } from "./resample/index.ts";
import { textureBoost } from "./texture-boost/index.ts";
import { unsharpMask } from "./unsharp-mask/index.ts";

/** Every filter, by the names of FILTER_IDS. */
export const FILTERS = {
  median,
  bilateral,
  gaussian,
  resample,
  "auto-gamma": autoGamma,
  gamma,
  "histogram-equalisation": histogramEqualisation,
  clahe,
  "texture-boost": textureBoost,
  "high-pass": highPass,
  "unsharp-mask": unsharpMask,
} as const satisfies Record<FilterId, Filter>;
