import type { AgeHead, Head } from "../../engine/index.ts";

/** The ages that a model can say, where they are fewer than those of a life. */
export function knownAges(head: Head): { readonly low: number; readonly high: number } | undefined {
  const heads = head.kind === "multi" ? head.heads : [head];
  const classes = heads.find(
    (single): single is Extract<AgeHead, { kind: "age-classes" }> => single.kind === "age-classes",
  );
  return classes && { low: classes.ages[0] ?? 0, high: classes.ages.at(-1) ?? 0 };
}
