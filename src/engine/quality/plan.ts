import { clamp } from "../../math/index.ts";
import { FILTER_IDS } from "../filters/controls.ts";
import type { FilterStep } from "../filters/steps.ts";
import type { PixelMetrics } from "../metrics/metrics.ts";
import { CHECKS, type Check, type FailedCheck, hidesSharpness } from "./verdict.ts";

/** How often a face may be measured, repaired and measured again. */
export const REPAIR_ROUNDS = 2;

/** What a plan may look at. */
export interface Finding {
  readonly metrics: PixelMetrics;
  /** Crop pixels per picture pixel: above 1 where a small face was enlarged. */
  readonly enlargement: number;
}

/** A filter together with the failed check for whose sake it is applied. */
export interface RepairStep extends FilterStep {
  readonly check: Check;
}

type Repair = (finding: Finding, failed: FailedCheck) => readonly FilterStep[];

/**
 * What to do about failed checks in one round: a short list in the registry's order, each filter at most once.
 *
 * Strengths follow from how far the metrics are off and are bounded. The list is empty when nothing failed or when nothing
 * helps: no filter adds the pixels that a small face lacks, and harsh contrast without grain is not noise. Blur waits for
 * the next round where tone is off. Only checks among `wanted` are repaired.
 */
export function planRepair(
  failed: readonly FailedCheck[],
  finding: Finding,
  wanted: readonly Check[] = CHECKS,
): RepairStep[] {
  const due = failed.filter(({ check }) => wanted.includes(check) && !(check === "blurry" && hidesSharpness(failed)));
  const steps = due.flatMap((failure) =>
    REPAIRS[failure.check](finding, failure).map((step): RepairStep => ({ ...step, check: failure.check })),
  );
  return FILTER_IDS.flatMap((id) => steps.find((step) => step.filterId === id) ?? []);
}

const REPAIRS: Readonly<Record<Check, Repair>> = {
  blurry: sharpen,
  noisy: smooth,
  dark: balance,
  bright: balance,
  flat: spread,
  small: () => [],
};

/** What an amount adds to the root of the variance of the Laplacian: 1 for the finest detail, so much on blurred faces. */
const GAIN_OF_BLURRED = 0.44;

/**
 * An unsharp mask that would lift the variance of the Laplacian about to its limit: it grows with (1 + gain · amount)².
 *
 * On bilinearly enlarged faces, a radius of half a picture pixel came closest to the original (+1.7 dB at 30 pixels to
 * +4 dB at 90), an amount of 1.2 did better than 0.8 and 0.4. What is below the noise is not sharpened.
 */
function sharpen({ metrics, enlargement }: Finding, { limit }: FailedCheck): readonly FilterStep[] {
  const missing = Math.sqrt(limit / Math.max(metrics.sharpness, 1)) - 1;
  const params = {
    amount: clamp(missing / GAIN_OF_BLURRED, 0.3, 1.2),
    sigma: clamp(enlargement / 2, 1, 2.5),
    threshold: clamp(metrics.noise, 0, 5),
  };
  return [{ filterId: "unsharp-mask", params }];
}

/** Grey levels of noise that are not worth smoothing, and above which single pixels stand out. */
const NOISE = { faint: 2, heavy: 16 } as const;

/** A bilateral filter in proportion to the noise, behind a median where single pixels stand out. */
function smooth({ metrics: { noise } }: Finding): readonly FilterStep[] {
  if (noise < NOISE.faint) return [];
  const bilateral: FilterStep = {
    filterId: "bilateral",
    params: { sigmaColour: clamp(8 * noise, 16, 80), sigmaSpace: 1.5 },
  };
  return noise > NOISE.heavy ? [{ filterId: "median", params: { radius: 1 } }, bilateral] : [bilateral];
}

/** Gamma towards middle brightness. */
function balance(): readonly FilterStep[] {
  return [{ filterId: "auto-gamma", params: { strength: 1, brightness: 120, limit: 2.5 } }];
}

/** Adaptive equalisation, the stronger the flatter. */
function spread({ metrics }: Finding, { limit }: FailedCheck): readonly FilterStep[] {
  const strength = clamp(1.2 - metrics.contrast / limit, 0.4, 0.9);
  return [{ filterId: "clahe", params: { strength, clipLimit: 2 } }];
}
