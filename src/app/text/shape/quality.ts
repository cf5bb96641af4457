import type { Check, CheckedMetric, FilterChoice, FilterId, FilterParamName } from "../../../engine/index.ts";
import type { HeadTurn, Side } from "../../quality/figures.ts";
import type { Finding } from "../../quality/finding.ts";

/** A metric that is shown. */
export type ShownMetric = CheckedMetric | "noise" | "clippedShadows" | "clippedHighlights";

/** One filter in words. */
export interface FilterText<ParamName extends string> {
  readonly label: string;
  /** What it did to a picture. */
  readonly done: string;
  /** Names of its parameters by their ids. */
  readonly params: Readonly<Record<ParamName, string>>;
}

/** What the page says about the quality of a picture and about filters. */
export interface QualityText {
  /** The verdict on a picture that meets every standard. */
  readonly good: string;
  /** Together, the adjectives are the verdict on any other. */
  readonly findings: Readonly<Record<Finding, { readonly adjective: string; readonly advice: string }>>;
  readonly metrics: Readonly<Record<ShownMetric, string>>;
  readonly pixels: (value: string) => string;
  readonly passes: string;
  readonly fails: string;
  /** The values that pass; at least one of the two limits is given. */
  readonly standard: (low: string | undefined, high: string | undefined) => string;
  readonly axes: Readonly<Record<HeadTurn["axis"], string>>;
  readonly degrees: (degrees: number, side: Side | undefined) => string;
  readonly repair: {
    readonly heading: string;
    readonly before: string;
    readonly after: string;
    /** What the slider over the picture does. */
    readonly compare: string;
  };
  readonly lab: {
    readonly open: string;
    readonly close: string;
    readonly choose: string;
    readonly order: string;
    readonly reset: string;
  };
  readonly filters: { readonly [Id in FilterId]: FilterText<FilterParamName<Id>> };
  /** What the choices of a parameter are called, by the engine's names for them. */
  readonly choices: Readonly<Record<FilterChoice, string>>;
  readonly adjustment: AdjustmentText;
}

/** How a reading depends on what was done to its picture, in words. */
export interface AdjustmentText {
  /** One sentence below a reading that was read after a repair, or whose range is wider than usual. */
  readonly sentence: (repaired: readonly Check[], widenedFor: readonly Check[]) => string;
  /** How many of the steps that are listed above came before the estimate. */
  readonly note: (before: number, steps: number) => string;
}
