import ages from "../../src/engine/facts/ages.json" with { type: "json" };

/** A range of ages in continuous years: `from` belongs to it, `to` does not. */
export interface AgeGroup {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The nine groups of the FairFace data set, youngest first: ages.json counts them in whole years. */
export const AGE_GROUPS: readonly AgeGroup[] = ages.groups.map(({ low, high }) => ({
  name: high === null ? `${low}+` : `${low}-${high}`,
  from: low,
  to: high === null ? Number.POSITIVE_INFINITY : high + 1,
}));

/** Index in AGE_GROUPS of the group that `years` (≥ 0) lies in. */
export function groupOfAge(years: number): number {
  return AGE_GROUPS.findIndex(({ to }) => years < to);
}

/** Index in AGE_GROUPS of the group that holds the whole ages `low` … `high`; `undefined` where they lie in several. */
export function groupOfRange(low: number, high: number): number | undefined {
  return groupOfAge(low) === groupOfAge(high) ? groupOfAge(low) : undefined;
}

/** Years from an estimate to the nearest edge of a group; 0 inside of it. */
export function distanceToGroup(years: number, { from, to }: Pick<AgeGroup, "from" | "to">): number {
  return Math.max(0, from - years, years - to);
}
