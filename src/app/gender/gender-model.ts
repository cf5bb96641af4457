import type { ModelInfo, TestFigures } from "../../engine/index.ts";

/** The model that gives the second reading beside `ageModelId`, with its measured error, as far as there is one. */
export function genderFigures(
  models: readonly ModelInfo[] | undefined,
  ageModelId: string | undefined,
): { readonly model: ModelInfo; readonly figures: TestFigures | undefined } | undefined {
  const capable = models?.filter(({ saysGender }) => saysGender) ?? [];
  const model = capable.find(({ id }) => id === ageModelId) ?? capable.find(({ saysAge }) => !saysAge) ?? capable[0];
  return model && { model, figures: model.metrics.find(({ genderAccuracy }) => genderAccuracy !== undefined) };
}
