import * as v from "valibot";

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const tail = v.pipe(v.number(), v.minValue(0), v.ltValue(0.5));
/** Mean absolute error in years on the pictures of the calibration: of regressions, whose posterior it makes. */
const spread = v.optional(v.pipe(v.number(), v.gtValue(0)));

/** The interval is the central one that holds this share of the posterior. */
const sameForAll = v.object({ level: share, mass: share, spread });

/**
 * An age y is in the interval when at least `below` and at most 1 − `above` of the posterior lies under it; both are
 * those of y, linear between the listed ages.
 */
const byAge = v.object({
  level: share,
  tails: v.pipe(
    v.array(v.object({ age: v.pipe(v.number(), v.minValue(0)), below: tail, above: tail })),
    v.minLength(1),
    v.check((tails) => tails.every(({ age }, i) => i === 0 || age > (tails[i - 1]?.age ?? 0)), "ages must rise"),
  ),
  spread,
});

/**
 * How a posterior becomes an interval that holds the true age of a share `level` of faces: either form was chosen by
 * conformal prediction on faces that were not learnt from, the second so that it holds at every age on its own.
 */
export const calibration = v.union([byAge, sameForAll]);

/** A checked calibration. */
export type Calibration = v.InferOutput<typeof calibration>;

/** Shares of the posterior. */
export interface Tails {
  readonly below: number;
  readonly above: number;
}

/** What an interval leaves out where it ends at `age` years. */
export function tailsAt(calibration: Calibration, age: number): Tails {
  if ("mass" in calibration) {
    const tail = (1 - calibration.mass) / 2;
    return { below: tail, above: tail };
  }
  const { tails } = calibration;
  const next = tails.findIndex((knot) => knot.age >= age);
  const to = tails.at(next) as (typeof tails)[number];
  const from = tails[next - 1];
  if (!from || next === -1) return to;
  const step = (age - from.age) / (to.age - from.age);
  return { below: mix(from.below, to.below, step), above: mix(from.above, to.above, step) };
}

function mix(from: number, to: number, step: number): number {
  return from + (to - from) * step;
}
