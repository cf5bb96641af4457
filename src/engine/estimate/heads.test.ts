import * as v from "valibot";
import { describe, expect, it } from "vitest";
import facts from "../facts/head-kinds.json";
import { HEAD_KINDS } from "./heads/registry.ts";
import { ageHeadOf, genderHeadOf, head, outputSizes } from "./heads.ts";

interface KnownKind {
  readonly says: string;
  readonly output: string;
  readonly figures: string;
  readonly accepted: readonly { readonly head: object; readonly width: number }[];
  readonly refused: readonly { readonly why: string; readonly head: object }[];
}

const KNOWN: Readonly<Record<string, KnownKind>> = facts.kinds;

describe.each(Object.entries(HEAD_KINDS))("%s", (name, kind) => {
  const known = KNOWN[name] as KnownKind;

  it("is what both languages know", () => {
    const { says, output, figures } = known;
    expect({ says: kind.says, output: kind.output, figures: kind.figures }).toEqual({ says, output, figures });
    expect(known.accepted).not.toHaveLength(0);
    expect(known.refused).not.toHaveLength(0);
  });

  it.each(known.accepted)("has the shared width", ({ head: json, width }) => {
    const parsed = v.parse(head, json);
    expect(outputSizes(parsed)).toEqual([width]);
    expect(ageHeadOf(parsed) !== undefined).toBe(known.says === "age");
    expect(genderHeadOf(parsed) !== undefined).toBe(known.says === "gender");
  });

  it.each(known.refused)("refuses $why", ({ head: json }) => {
    expect(v.safeParse(head, json).success).toBe(false);
  });
});

describe("several heads", () => {
  it.each(facts.multi.accepted)("have the shared width", ({ head: json, width }) => {
    expect(outputSizes(v.parse(head, json)).reduce((sum, size) => sum + size)).toBe(width);
  });

  it.each(facts.multi.refused)("are refused with $why", ({ head: json }) => {
    expect(v.safeParse(head, json).success).toBe(false);
  });
});
