import type { Check } from "../../../../src/engine/quality/verdict.ts";
import type { RepairedState, Sample, State } from "../../measure/samples.ts";

const METRICS = { sharpness: 500, brightness: 120, contrast: 50, noise: 1, clippedShadows: 0, clippedHighlights: 0 };

/** A state that estimates `years`; its interval holds the true age up to `holdsUpTo` times the calibrated tails. */
export function stateOf(years: number, holdsUpTo = 5, failed: readonly Check[] = []): State {
  return { metrics: METRICS, failed, estimate: { years, holdsUpTo, widths: [10, 12, 14, 16, 18, 20] } };
}

/** The state after the repair of some checks. */
export function repairedState(repaired: readonly Check[], state: State): RepairedState {
  return { ...state, repaired, steps: ["unsharp-mask"] };
}

/** A picture whose true age is 30. */
export function sampleOf(filename: string, state: State, repairs: readonly RepairedState[] = []): Sample {
  return { filename, age: 30, resolutionPx: 150, repairs, ...state };
}
