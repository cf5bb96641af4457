import { join } from "node:path";
import { alignReference } from "../../../src/engine/align/reference.ts";
import { placeCrop } from "../../../src/engine/align/template.ts";
import { type Face, mapKeypoints } from "../../../src/engine/detect/face.ts";
import type { ModelEntry } from "../../../src/engine/estimate/manifest.ts";
import { withFaceGeometry } from "../../../src/engine/metrics/metrics.ts";
import { measureReference } from "../../../src/engine/metrics/reference.ts";
import { resolutionPx } from "../../../src/engine/metrics/resolution/index.ts";
import { REPAIR_ROUNDS } from "../../../src/engine/quality/plan.ts";
import { type Check, failedChecks } from "../../../src/engine/quality/verdict.ts";
import { similarityScale } from "../../../src/math/index.ts";
import { type Condition, kindOf } from "../../degrade/conditions.ts";
import { type BytePicture, decodePicture, toRgba } from "../../degrade/picture.ts";
import { seededRandom } from "../../degrade/random.ts";
import type { Chip } from "./chips.ts";
import type { Estimator } from "./estimator.ts";
import { type MeasuredCrop, type RepairedCrop, repair } from "./repair.ts";
import type { Estimate, Sample, State } from "./samples.ts";

/** Everything that a condition's samples depend on. */
export interface Laboratory {
  readonly imagesFolder: string;
  readonly model: ModelEntry;
  readonly estimator: Estimator;
  readonly seed: number;
}

/** Chips whose crops are kept in memory and estimated together. */
const CHIPS_AT_ONCE = 8;

/** Degrades, aligns, measures, repairs and estimates every chip under one condition. */
export async function measureCondition(
  laboratory: Laboratory,
  condition: Condition,
  chips: readonly Chip[],
  onProgress: (chips: number) => void,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let first = 0; first < chips.length; first += CHIPS_AT_ONCE) {
    const some = chips.slice(first, first + CHIPS_AT_ONCE);
    samples.push(...(await measureChips(laboratory, condition, some)));
    onProgress(some.length);
  }
  return samples;
}

async function measureChips(laboratory: Laboratory, condition: Condition, chips: readonly Chip[]): Promise<Sample[]> {
  const crops: { chip: Chip; crop: MeasuredCrop; repairs: RepairedCrop[] }[] = [];
  for (const chip of chips) {
    const crop = await cropOf(laboratory, condition, chip);
    crops.push({ chip, crop, repairs: await repairsOf(crop) });
  }
  const estimates = await laboratory.estimator.estimate(
    crops.flatMap(({ chip: { age }, crop, repairs }) => [crop, ...repairs].map(({ image }) => ({ image, age }))),
  );
  const next = () => estimates.shift() as Estimate;
  return crops.map(({ chip: { filename, age }, crop, repairs }) => ({
    filename,
    age,
    resolutionPx: crop.metrics.resolutionPx,
    ...stateOf(crop, next()),
    repairs: repairs.map((repaired) => ({
      repaired: repaired.repaired,
      steps: repaired.steps,
      ...stateOf(repaired, next()),
    })),
  }));
}

/** The face's crop from the degraded picture, with its figures. */
async function cropOf(
  { imagesFolder, model, seed }: Laboratory,
  condition: Condition,
  chip: Chip,
): Promise<MeasuredCrop> {
  const clean = await decodePicture(join(imagesFolder, chip.filename));
  const degraded = await degrade(clean, condition, chip, seed);
  const face = scaleFace(chip.face, degraded.width / clean.width, degraded.height / clean.height);
  const { size } = model.input;
  const { cropToPicture } = placeCrop(face, model.alignment, size);
  const image = { width: size, height: size, data: alignReference(toRgba(degraded), cropToPicture, size) };
  return {
    image,
    metrics: withFaceGeometry(measureReference(image), face),
    enlargement: 1 / similarityScale(cropToPicture),
  };
}

async function degrade(picture: BytePicture, condition: Condition, chip: Chip, seed: number): Promise<BytePicture> {
  const kind = kindOf(condition);
  if (!kind) return picture;
  const random = seededRandom(`${seed} ${condition.id} ${chip.filename}`);
  return kind.degrade(picture, condition.strength, { random, faceSidePx: resolutionPx(chip.face.box) });
}

function scaleFace({ box, keypoints, score }: Face, x: number, y: number): Face {
  return {
    box: { x: box.x * x, y: box.y * y, width: box.width * x, height: box.height * y },
    keypoints: mapKeypoints(keypoints, (point) => ({ x: point.x * x, y: point.y * y })),
    score,
  };
}

/** The whole plan and, before it, each choice of the checks that it repairs by itself. */
async function repairsOf(crop: MeasuredCrop): Promise<RepairedCrop[]> {
  const whole = await repair(crop);
  const repairs: RepairedCrop[] = [];
  for (const checks of choicesOf(whole.repaired).slice(0, -1)) {
    repairs.push({ ...(await repair(crop, [{ checks, rounds: REPAIR_ROUNDS }])), repaired: checks });
  }
  return whole.repaired.length === 0 ? [] : [...repairs, whole];
}

function stateOf({ metrics }: MeasuredCrop, estimate: Estimate): State {
  return { metrics, failed: failedChecks(metrics).map(({ check }) => check), estimate };
}

/** Every choice of some of the checks, from single ones up to all of them; the empty choice is left out. */
export function choicesOf(checks: readonly Check[]): Check[][] {
  const masks = Array.from({ length: 2 ** checks.length - 1 }, (_, index) => index + 1);
  const choices = masks.map((mask) => checks.filter((_, place) => mask & (1 << place)));
  return choices.sort((a, b) => a.length - b.length);
}
