import { SAMPLE_IDS } from "../store/samples.ts";

/** What the stage is about to show, as far as keys and clocks decide it. */
export interface PresentState {
  readonly source: "samples" | "camera";
  /** Index into SAMPLE_IDS. */
  readonly sample: number;
  /** Whether a sample's age is told, or asked for. */
  readonly isAnswered: boolean;
  readonly showsKeys: boolean;
}

/** What can happen to the stage. */
export type PresentEvent = "next" | "previous" | "camera" | "samples" | "keys" | "close-keys" | "reset";

/** The stage before its first visitor, and between visitors. */
export const START: PresentState = { source: "samples", sample: 0, isAnswered: false, showsKeys: false };

/** The stage after an event. Samples go question, answer, next question; a reset leaves the camera as it is. */
export function presentReducer(state: PresentState, event: PresentEvent): PresentState {
  switch (event) {
    case "next":
      return state.isAnswered
        ? { ...state, sample: (state.sample + 1) % SAMPLE_IDS.length, isAnswered: false }
        : { ...state, isAnswered: true };
    case "previous":
      return state.isAnswered
        ? { ...state, isAnswered: false }
        : { ...state, sample: (state.sample + SAMPLE_IDS.length - 1) % SAMPLE_IDS.length, isAnswered: true };
    case "camera":
    case "samples":
      return { ...START, source: event };
    case "keys":
      return { ...state, showsKeys: !state.showsKeys };
    case "close-keys":
      return { ...state, showsKeys: false };
    case "reset":
      return { ...START, source: state.source };
  }
}
