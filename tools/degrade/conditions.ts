import { KINDS, type Kind, type KindId } from "./kinds.ts";

/** One row of the table: a kind at one strength, or the pictures as they are. */
export interface Condition {
  readonly id: string;
  /** `undefined` for the pictures as they are. */
  readonly kind: KindId | undefined;
  readonly strength: number;
  /** For people. */
  readonly label: string;
  readonly strengthLabel: string;
}

/** The pictures as they are. */
export const CLEAN: Condition = { id: "clean", kind: undefined, strength: 0, label: "As they are", strengthLabel: "" };

/** Every condition, in the order of the table. */
export const CONDITIONS: readonly Condition[] = [CLEAN, ...(Object.keys(KINDS) as KindId[]).flatMap(conditionsOf)];

/** The kind of a condition, or `undefined` for the pictures as they are. */
export function kindOf({ kind }: Pick<Condition, "kind">): Kind | undefined {
  return kind && KINDS[kind];
}

function conditionsOf(kind: KindId): Condition[] {
  const { label, strengthLabel, strengths } = KINDS[kind];
  return strengths.map((strength) => ({
    id: `${kind}-${strength}`,
    kind,
    strength,
    label,
    strengthLabel: strengthLabel.replace("{}", String(strength)),
  }));
}
