import type { StageAction } from "../../present/keys.ts";

/** What the stage has to say. */
export interface PresentText {
  readonly stage: string;
  readonly caption: string;
  readonly stepIn: string;
  readonly held: string;
  readonly keys: string;
  readonly actions: Readonly<Record<StageAction, string>>;
  /** Keys that have a name instead of a sign. */
  readonly keyNames: Readonly<Record<string, string>>;
  readonly promise: string;
}
