import type { SortColumn, StateFilter } from "../../batch/table/rows.ts";

/** What the batch says. */
export interface BatchText {
  readonly welcome: {
    readonly heading: string;
    readonly lead: string;
    readonly pick: string;
    readonly folder: string;
    readonly otherWays: string;
  };
  readonly progress: {
    readonly label: string;
    readonly running: string;
    readonly paused: string;
    readonly done: string;
    readonly unfinished: string;
    readonly of: (total: string) => string;
    readonly pause: string;
    readonly goOn: string;
    readonly cancel: string;
    readonly searching: string;
  };
  readonly timeLeft: {
    readonly fewSeconds: string;
    readonly seconds: (count: number) => string;
    readonly minutes: (count: number) => string;
    readonly hours: (count: number) => string;
  };
  readonly missing: {
    readonly sentence: (count: number) => string;
    readonly open: string;
    readonly choose: string;
  };
  readonly summary: {
    readonly faces: (count: number, pictures: number) => string;
    readonly median: (years: number) => string;
    readonly leftOut: (count: number) => string;
    readonly failed: (count: number) => string;
    readonly retryAll: string;
    /** The histogram for those who do not see it. */
    readonly histogram: (
      groups: readonly { readonly low: number; readonly high: number; readonly count: number }[],
    ) => string;
    readonly range: string;
    readonly youngest: string;
    readonly oldest: string;
    readonly rangeShown: (low: number, high: number) => string;
  };
  readonly exports: { readonly label: string; readonly csv: string; readonly json: string };
  readonly keep: { readonly label: string; readonly hint: string };
  readonly clear: string;
  readonly add: string;
  readonly table: {
    readonly label: string;
    readonly search: string;
    readonly filters: string;
    readonly states: Readonly<Record<StateFilter, string>>;
    readonly columns: Readonly<Record<Exclude<SortColumn, "order">, string>>;
    readonly sort: string;
    readonly waiting: string;
    readonly reading: string;
    readonly noFace: string;
    readonly open: (name: string) => string;
    readonly retry: (name: string) => string;
    readonly good: string;
    readonly faults: (count: number) => string;
    readonly empty: string;
  };
}
