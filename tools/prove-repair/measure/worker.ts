/** A thread that measures one condition after the other, as the pool tells it. */
import { BroadcastChannel } from "node:worker_threads";
import sharp from "sharp";
import { Tinypool } from "tinypool";
import { CONDITIONS, type Condition } from "../../degrade/conditions.ts";
import { readTestChips } from "./chips.ts";
import { Estimator, readModel } from "./estimator.ts";
import { measureCondition } from "./measure-condition.ts";
import { PROGRESS_CHANNEL, type WorkerData } from "./settings.ts";
import { SampleStore } from "./store.ts";

const { settings, folder } = Tinypool.workerData as WorkerData;

sharp.concurrency(1);
const model = readModel(settings.models, settings.modelId);
const chips = readTestChips(settings.split, settings.keypoints, settings.limit);
const store = new SampleStore(folder);
const progress = new BroadcastChannel(PROGRESS_CHANNEL);
const laboratory = {
  imagesFolder: settings.images,
  model,
  estimator: await Estimator.load(settings.models, model),
  seed: settings.seed,
};

/** Measures the condition of this id and writes its samples. */
export default async function measure(conditionId: string): Promise<void> {
  const condition = CONDITIONS.find(({ id }) => id === conditionId) as Condition;
  store.write(condition, await measureCondition(laboratory, condition, chips, (count) => progress.postMessage(count)));
}
