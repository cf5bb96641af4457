import { control as autoGamma } from "./auto-gamma/params.ts";
import { control as bilateral } from "./bilateral/params.ts";
import { control as clahe } from "./clahe/params.ts";
import type { FilterControl } from "./filter.ts";
import { control as gamma } from "./gamma/params.ts";
import { control as gaussian } from "./gaussian/params.ts";
import { control as highPass } from "./high-pass/params.ts";
import { control as histogramEqualisation } from "./histogram-equalisation/params.ts";
import { control as median } from "./median/params.ts";
import { control as resample } from "./resample/params.ts";
import { control as textureBoost } from "./texture-boost/params.ts";
import { control as unsharpMask } from "./unsharp-mask/params.ts";

/** Every filter's controls, in the order in which a plan applies them: noise first, then size, tone and detail. */
const CONTROLS = {
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
} as const satisfies Record<string, FilterControl>;

/** The name of a filter. */
export type FilterId = keyof typeof CONTROLS;

/** The names of a filter's parameters. */
export type FilterParamName<Id extends FilterId> = keyof Params<Id> & string;

/** The ids of the choices that parameters offer. */
export type FilterChoice = {
  [Id in FilterId]: { [Name in keyof Params<Id>]: ChoiceOf<Params<Id>[Name]> }[keyof Params<Id>];
}[FilterId];

type Params<Id extends FilterId> = (typeof CONTROLS)[Id]["params"];
type ChoiceOf<Range> = Range extends { readonly choices: readonly (infer Choice extends string)[] } ? Choice : never;

/** Every filter, in the order in which a plan applies them. */
export const FILTER_IDS = Object.keys(CONTROLS) as FilterId[];

/** What an interface needs to offer each filter: its sliders, and the setting that switches it off. */
export const FILTER_CONTROLS: Readonly<Record<FilterId, FilterControl>> = CONTROLS;
