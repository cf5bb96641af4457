import type { Reading } from "../api.ts";
import { quantile } from "../estimate/decode.ts";

/** An estimate of one frame, or of many together. */
export type Estimate = Extract<Reading, { status: "estimated" }>;

/** What the frames of one face have said so far. */
export interface Evidence {
  /** Σ w · ln p for each whole age: the weighted sum of the frames' log posteriors. */
  readonly logPool: Float64Array;
  /** Σ w: how many frames under good conditions they are worth. */
  readonly weight: number;
  readonly timeMs: number;
  /** What intervals leave out of the posterior, as the frames' own do: their weighted means. */
  readonly tails: Tails;
  /** What the intervals promise, see AgeInterval. */
  readonly level: number;
}

/** The shares of a posterior below and above an interval, 0…1. */
export interface Tails {
  readonly below: number;
  readonly above: number;
}

/** Frames closer together than this show the same expression in the same light: together they weigh as one. */
export const FULL_WEIGHT_MS = 100;
/** What was seen so long ago counts only 1/e any more, so that a reading can follow. */
const MEMORY_MS = 8000;
/** No more than this is forgotten from one frame to the next: where frames are slow, they are remembered for longer. */
const FORGOTTEN_MS = 400;
/** No age is ever ruled out by one frame. */
const LEAST_SHARE = 1e-4;

/**
 * How much surer frames that are pooled may be than each of them. Frames of one face err together: what changes from frame
 * to frame is a fourteenth of the error's variance, so that this is close to 1. Measured, see docs/live.md.
 */
export const FLOOR_EXPONENT = 1.1;
/** Weight of a beginning doubt: a flat posterior that is pooled with the frames. */
export const DOUBT_WEIGHT = 1;

/** Begins with one frame, or adds a frame of weight 0…1 to what is known. */
export function addFrame(
  evidence: Evidence | undefined,
  { posterior, interval }: Estimate,
  weight: number,
  timeMs: number,
): Evidence {
  const elapsedMs = evidence ? timeMs - evidence.timeMs : FULL_WEIGHT_MS;
  const share = weight * Math.min(1, elapsedMs / FULL_WEIGHT_MS);
  const kept = Math.exp(-Math.min(elapsedMs, FORGOTTEN_MS) / MEMORY_MS);
  const keptWeight = kept * (evidence?.weight ?? 0);
  const total = keptWeight + share;
  const logPool = Float64Array.from(
    posterior,
    (p, age) => kept * (evidence?.logPool[age] ?? 0) + share * Math.log(p + LEAST_SHARE),
  );
  const tails = tailsOf(posterior, interval);
  const pool = (side: keyof Tails) => (keptWeight * (evidence?.tails[side] ?? 0) + share * tails[side]) / total;
  return {
    logPool,
    weight: total,
    tails: { below: pool("below"), above: pool("above") },
    level: interval.level,
    timeMs,
  };
}

/**
 * All frames as one reading: the logarithmic opinion pool (Genest and Zidek 1986) of the frames' posteriors pᵢ with weights
 * wᵢ, and of a flat posterior with the weight d = DOUBT_WEIGHT,
 *
 *     p(a) ∝ exp(κ · Σ wᵢ · ln pᵢ(a) / (d + Σ wᵢ)).
 *
 * The interval narrows with every frame while the doubt is being outweighed, and ends where κ = FLOOR_EXPONENT holds it: a
 * product of all posteriors, as for independent frames, would narrow for ever and be wrong ever more often. The years are
 * the median without the doubt, which would pull them to the middle of all ages.
 */
export function fuse(evidence: Evidence, exponent = FLOOR_EXPONENT): Estimate {
  const posterior = pooled(evidence, (exponent * evidence.weight) / (DOUBT_WEIGHT + evidence.weight));
  return {
    status: "estimated",
    years: quantile(pooled(evidence, exponent), 0.5),
    interval: {
      low: quantile(posterior, evidence.tails.below),
      high: quantile(posterior, 1 - evidence.tails.above),
      level: evidence.level,
    },
    posterior,
  };
}

/**
 * What an interval leaves out of a posterior, with bins as in `quantile`. Below an interval that begins at 0 there is
 * nothing.
 */
export function tailsOf(posterior: Float32Array, { low, high }: Pick<Estimate["interval"], "low" | "high">): Tails {
  const shareBelow = (years: number) =>
    posterior.reduce((sum, share, bin) => sum + share * Math.min(1, Math.max(0, years - (bin - 0.5))), 0);
  return { below: low <= 0 ? 0 : shareBelow(low), above: Math.max(0, 1 - shareBelow(high)) };
}

/** The geometric mean of all frames' posteriors, raised to a power and normalised. */
function pooled({ logPool, weight }: Evidence, exponent: number): Float32Array {
  const logs = logPool.map((sum) => (exponent * sum) / weight);
  const highest = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return Float32Array.from(shares, (share) => share / total);
}
