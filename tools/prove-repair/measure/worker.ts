/** A process that measures one condition after the other, as the pool tells it. */
import sharp from "sharp";
import { CONDITIONS, type Condition } from "../../degrade/conditions.ts";
import { readTestChips } from "./chips.ts";
import { Estimator, readModel } from "./estimator.ts";
import { measureCondition } from "./measure-condition.ts";
import type { Settings } from "./settings.ts";
import { SampleStore } from "./store.ts";

/** What a worker tells the pool. */
export type WorkerReport =
  | { readonly kind: "idle" }
  | { readonly kind: "progress"; readonly chips: number }
  | { readonly kind: "failed"; readonly message: string };

const [settingsText = "", folder = ""] = process.argv.slice(2);
const settings = JSON.parse(settingsText) as Settings;
const report = (message: WorkerReport) => process.send?.(message);

sharp.concurrency(1);
const model = readModel(settings.models, settings.modelId);
const chips = readTestChips(settings.split, settings.keypoints, settings.limit);
const store = new SampleStore(folder);
const laboratory = {
  imagesFolder: settings.images,
  model,
  estimator: await Estimator.load(settings.models, model),
  seed: settings.seed,
};

process.on("message", (conditionId: string) => {
  measure(conditionId).catch((error: unknown) => {
    report({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  });
});
report({ kind: "idle" });

async function measure(conditionId: string): Promise<void> {
  const condition = CONDITIONS.find(({ id }) => id === conditionId) as Condition;
  const samples = await measureCondition(laboratory, condition, chips, (count) =>
    report({ kind: "progress", chips: count }),
  );
  store.write(condition, samples);
  report({ kind: "idle" });
}
