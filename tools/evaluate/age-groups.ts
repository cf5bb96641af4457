/** A range of ages in continuous years: `from` belongs to it, `to` does not. */
export interface AgeGroup {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The nine groups of the FairFace data set, youngest first. */
export const AGE_GROUPS: readonly AgeGroup[] = [
  { name: "0-2", from: 0, to: 3 },
  { name: "3-9", from: 3, to: 10 },
  ...[10, 20, 30, 40, 50, 60].map((from) => ({ name: `${from}-${from + 9}`, from, to: from + 10 })),
  { name: "70+", from: 70, to: Number.POSITIVE_INFINITY },
];

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
