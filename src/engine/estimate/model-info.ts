import type { ModelInfo } from "../api.ts";
import { addressOf, type Places } from "../load/download.ts";
import { kindOf } from "./heads/registry.ts";
import { ageHeadOf, genderHeadOf, type Head } from "./heads.ts";
import type { Manifest } from "./manifest.ts";

/** The manifest's models as people see them, in its order. */
export function describeModels({ models, defaultModel }: Manifest, places: Places): ModelInfo[] {
  return models.map(({ id, name, version, parameters, topology, weights, input, head, metrics, ...model }) => ({
    id,
    name,
    version,
    parameters,
    bytes: topology.bytes + weights.bytes,
    inputSizePx: input.size,
    knownAges: knownAgesOf(head),
    saysAge: ageHeadOf(head) !== undefined,
    saysGender: genderHeadOf(head) !== undefined,
    isDefault: id === defaultModel,
    metrics,
    trainingData: model.trainingData,
    licence: model.licence,
    cardUrl: addressOf(places, model.card),
  }));
}

function knownAgesOf(head: Head): ModelInfo["knownAges"] {
  const age = ageHeadOf(head);
  return age && kindOf(age).knownAges?.(age);
}
