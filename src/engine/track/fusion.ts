import { centralInterval, quantile } from "../estimate/decode.ts";
import type { Reading } from "../types.ts";

/** An estimate of one frame, or of many together. */
export type Estimate = Extract<Reading, { status: "estimated" }>;

/** What the frames of one face have said so far. */
export interface Evidence {
  /** Σ w · ln p for each whole age: the weighted sum of the frames' log posteriors. */
  readonly logPool: Float64Array;
  /** Σ w: how many looks under good conditions the frames are worth. */
  readonly looks: number;
  readonly timeMs: number;
  /** The share of the posterior that intervals hold, as the frames' own do: their weighted mean. */
  readonly mass: number;
  /** What the intervals promise, see AgeInterval. */
  readonly level: number;
}

/** Frames closer together than this show the same expression in the same light: they count as one look. */
export const LOOK_MS = 100;
/** What was seen so long ago counts only 1/e any more, so that a reading can follow. */
const MEMORY_MS = 8000;
/** No age is ever ruled out by one frame. */
const LEAST_SHARE = 1e-4;

/**
 * The variance of what changes from frame to frame (noise, pose, light), over the variance of the error that stays with
 * the face: measured, see “Fusing frames” in docs/live.md.
 */
export const FRAME_TO_FACE_VARIANCE = 0.5;
/** The exponent of a posterior that rests on one look: below 1, because frames are worse than photos; measured, too. */
export const ONE_LOOK_EXPONENT = 0.8;

/** Begins with one frame, or adds a frame of weight 0…1 to what is known. */
export function addFrame(
  evidence: Evidence | undefined,
  { posterior, interval }: Estimate,
  weight: number,
  timeMs: number,
): Evidence {
  const elapsedMs = evidence ? timeMs - evidence.timeMs : LOOK_MS;
  const share = weight * Math.min(1, elapsedMs / LOOK_MS);
  const kept = Math.exp(-elapsedMs / MEMORY_MS);
  const keptLooks = kept * (evidence?.looks ?? 0);
  const looks = keptLooks + share;
  const logPool = Float64Array.from(
    posterior,
    (p, age) => kept * (evidence?.logPool[age] ?? 0) + share * Math.log(p + LEAST_SHARE),
  );
  const mass = (keptLooks * (evidence?.mass ?? 0) + share * massInside(posterior, interval)) / looks;
  return { logPool, looks, mass, level: interval.level, timeMs };
}

/**
 * All frames as one reading.
 *
 * Frames are pooled geometrically, p(a) ∝ Π pᵢ(a)^(wᵢ / Σw) (the logarithmic opinion pool, Genest and Zidek 1986), and the
 * pool is sharpened as far as the frames are independent. Weights are precisions: a frame of weight w errs with the variance
 * ψ/w from frame to frame, in units of the variance that stays with the face. So the mean of frames with n = Σ w errs with
 * 1 + ψ/n (a random-effects model, DerSimonian and Laird 1986), and the exponent is
 *
 *     κ(n) = κ(1) · (1 + ψ) / (1 + ψ / n),
 *
 * which ends at κ(1) · (1 + ψ): however long one looks, the error that all frames share stays.
 */
export function fuse(evidence: Evidence, exponent = fusionExponent(evidence.looks)): Estimate {
  const posterior = sharpened(evidence, exponent);
  return {
    status: "estimated",
    years: quantile(posterior, 0.5),
    interval: centralInterval(posterior, evidence),
    posterior,
  };
}

/** κ(n), see fuse. */
export function fusionExponent(looks: number): number {
  return (ONE_LOOK_EXPONENT * (1 + FRAME_TO_FACE_VARIANCE)) / (1 + FRAME_TO_FACE_VARIANCE / looks);
}

/**
 * The share of a posterior inside an interval, with bins as in `quantile`: the inverse of `centralInterval`. An interval
 * that begins at 0 has no lower tail.
 */
export function massInside(posterior: Float32Array, { low, high }: { low: number; high: number }): number {
  const from = low <= 0 ? -0.5 : low;
  const overlap = (bin: number) => Math.max(0, Math.min(high, bin + 0.5) - Math.max(from, bin - 0.5));
  return posterior.reduce((sum, share, bin) => sum + share * overlap(bin), 0);
}

function sharpened({ logPool, looks }: Evidence, exponent: number): Float32Array {
  const logs = logPool.map((sum) => (exponent * sum) / looks);
  const highest = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return Float32Array.from(shares, (share) => share / total);
}
