import { mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { FaceMetrics } from "../../src/engine/index.ts";
import { CLEAN, CONDITIONS, type Condition, kindOf } from "../degrade/conditions.ts";
import { type BytePicture, decodePicture, openRaw } from "../degrade/picture.ts";
import { seededRandom } from "../degrade/random.ts";
import type { EnginePage } from "../engine-page/engine-page.ts";
import { nearestCentre } from "../engine-page/picture-coordinates.ts";
import type { Label } from "../evaluate/labels.ts";
import type { Estimate } from "../evaluate/prediction.ts";

/** A labelled picture under one kind of damage. */
export interface Case {
  readonly filename: string;
  readonly label: Label;
  readonly condition: Condition;
}

/** What the engine said about the labelled face of a case. */
export interface CaseReading {
  readonly filename: string;
  readonly condition: string;
  /** The youngest and the oldest age that the label allows. */
  readonly labelled: { readonly low: number; readonly high: number };
  /** A picture that is too small to be opened counts as missed. */
  readonly status: "missed" | "refused" | "estimated";
  readonly reason?: string;
  readonly estimate?: Estimate;
  readonly score?: number;
  readonly metrics?: FaceMetrics;
}

/** Degradations count in pixels of a face about this wide. */
const FACE_SIDE_PX = 190;

/** Every picture as it is, and every `step`-th one under each kind and strength of damage, each beginning elsewhere. */
export function casesOf(labels: ReadonlyMap<string, Label>, step: number): Case[] {
  const pictures = [...labels].map(([filename, label]) => ({ filename, label }));
  return CONDITIONS.flatMap((condition, number) =>
    pictures
      .filter((_, index) => condition === CLEAN || index % step === number % step)
      .map((picture) => ({ ...picture, condition })),
  );
}

/** Damages the picture of a case, lets the engine read the file and keeps what it says about the face at the centre. */
export async function readCase(engine: EnginePage, folder: string, scratch: string, each: Case): Promise<CaseReading> {
  const { filename, label, condition } = each;
  const path = await writeDamaged(join(folder, filename), scratch, condition);
  const about = { filename, condition: condition.id, labelled: { low: label.low, high: label.high } };
  try {
    const read = await engine.analyse(path, {});
    const face = read.status === "read" ? nearestCentre(read.faces, read.size) : undefined;
    if (!face) return { ...about, status: "missed" };
    const { reading, score, metrics } = face;
    if (reading.status === "refused") return { ...about, status: "refused", reason: reading.reason, score, metrics };
    const { low, high } = reading.interval;
    return { ...about, status: "estimated", estimate: { years: reading.years, low, high }, score, metrics };
  } finally {
    rmSync(path);
  }
}

async function writeDamaged(path: string, scratch: string, condition: Condition): Promise<string> {
  const picture = await decodePicture(path);
  const random = seededRandom(`${condition.id} ${basename(path)}`);
  const damaged: BytePicture =
    (await kindOf(condition)?.degrade(picture, condition.strength, { random, faceSidePx: FACE_SIDE_PX })) ?? picture;
  const target = join(scratch, condition.id, `${basename(path)}.png`);
  mkdirSync(join(scratch, condition.id), { recursive: true });
  await openRaw(damaged).png({ compressionLevel: 1 }).toFile(target);
  return target;
}

/** The readings of every other picture, and those of the rest. */
export function halvesOf(readings: readonly CaseReading[]): [CaseReading[], CaseReading[]] {
  const pictures = [...new Set(readings.map(({ filename }) => filename))].sort();
  const isEven = new Set(pictures.filter((_, index) => index % 2 === 0));
  return [
    readings.filter(({ filename }) => isEven.has(filename)),
    readings.filter(({ filename }) => !isEven.has(filename)),
  ];
}
