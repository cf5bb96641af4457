import * as v from "valibot";
import type facts from "../../facts/head-kinds.json";
import { ageClasses } from "./age-classes.ts";
import { ageGroups } from "./age-groups.ts";
import { agePosterior } from "./age-posterior.ts";
import { ageRegression } from "./age-regression.ts";
import { gender } from "./gender.ts";
import type { AgeHeadKind, GenderHeadKind, HeadKind } from "./head-kind.ts";

/** Every kind of head that head-kinds.json names; leaving one out does not compile. */
export const HEAD_KINDS = {
  "age-posterior": agePosterior,
  "age-regression": ageRegression,
  "age-classes": ageClasses,
  "age-groups": ageGroups,
  gender,
} as const satisfies Record<keyof (typeof facts)["kinds"], unknown>;

type Kinds = typeof HEAD_KINDS;
type HeadOf<K> = K extends { readonly schema: v.GenericSchema<unknown, infer H> } ? H : never;

/** One head by itself. */
export type SingleHead = HeadOf<Kinds[keyof Kinds]>;
/** A head that says an age. */
export type AgeHead = HeadOf<Extract<Kinds[keyof Kinds], { says: "age" }>>;
/** A head that says an apparent gender. */
export type GenderHead = HeadOf<Extract<Kinds[keyof Kinds], { says: "gender" }>>;

/** Checks one head by itself. */
export const singleHead = v.variant(
  "kind",
  Object.values(HEAD_KINDS).map(({ schema }) => schema),
);

/** What is known about a head's kind. The cast says what the compiler cannot follow: a kind is given its own heads only. */
export function kindOf(head: AgeHead): AgeHeadKind<AgeHead>;
export function kindOf(head: GenderHead): GenderHeadKind<GenderHead>;
export function kindOf(head: SingleHead): HeadKind<SingleHead>;
export function kindOf(head: SingleHead) {
  return HEAD_KINDS[head.kind] as unknown as HeadKind<SingleHead>;
}
