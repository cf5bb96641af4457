import type { ModelInfo } from "../../engine/index.ts";
import type { ModelsText } from "./shape/models.ts";
import type { Text } from "./text.ts";

/** A model's name in the page's language; the manifest's where the page does not know the model. */
export function modelName({ models }: Text, { id, name }: Pick<ModelInfo, "id" | "name">): string {
  return models.names[id] ?? name;
}

/** A test set's name in the page's language; the manifest's where the page does not know the set. */
export function setName({ models }: Text, set: string): string {
  return models.sets[set] ?? set;
}

/** A heading or a column's head of a model's card in the page's language; `undefined` where it is not one of those known. */
export function cardTerm({ models }: Text, english: string): string | undefined {
  const [, id] = /^Model card: (.+)$/.exec(english) ?? [];
  return id ? models.cardTitle(id) : models.card[english as keyof ModelsText["card"]];
}
