import type { Analysis, FaceReading } from "../../engine/index.ts";
import { readingOrder } from "../../labels/reading-order.ts";
import type { FaceRecord, PictureRecord } from "./picture-record.ts";

/** Decimals that are kept: more would only be noise. */
const PIXEL_DECIMALS = 1;
const SHARE_DECIMALS = 4;

/** What is exported of a picture that was read, its faces in reading order. */
export function toPictureRecord(name: string, analysis: Analysis, withPosteriors: boolean): PictureRecord {
  const { picture, faces, modelId, backend } = analysis;
  const inOrder = readingOrder(faces).flatMap((index) => faces[index] ?? []);
  return {
    name,
    problem: null,
    size: { width: picture.width, height: picture.height },
    faces: inOrder.map((face) => toFaceRecord(face, withPosteriors)),
    modelId,
    backend,
  };
}

/** What is exported of a picture that could not be read. */
export function toFailedRecord(name: string, problem: string): PictureRecord {
  return { name, problem, size: null, faces: [], modelId: null, backend: null };
}

function toFaceRecord(
  { box, score, reading, gender, metrics, failed, alignment }: FaceReading,
  withPosterior: boolean,
): FaceRecord {
  const { pose, ...measured } = metrics;
  const isEstimated = reading.status === "estimated";
  return {
    box: {
      x: round(box.x, PIXEL_DECIMALS),
      y: round(box.y, PIXEL_DECIMALS),
      width: round(box.width, PIXEL_DECIMALS),
      height: round(box.height, PIXEL_DECIMALS),
    },
    score: round(score, SHARE_DECIMALS),
    age: isEstimated
      ? {
          years: round(reading.years, 2),
          low: round(reading.interval.low, 2),
          high: round(reading.interval.high, 2),
          level: reading.interval.level,
        }
      : null,
    repairs: isEstimated ? (reading.adjustment?.repairs.map(({ filterId }) => filterId) ?? []) : [],
    widenedFor: isEstimated ? (reading.adjustment?.widenedFor ?? []) : [],
    refusal: isEstimated ? null : reading.reason,
    gender:
      gender?.status === "estimated" ? { apparent: gender.apparent, share: round(gender.share, SHARE_DECIMALS) } : null,
    metrics: Object.fromEntries(
      Object.entries({ ...measured, ...pose }).map(([name, value]) => [name, round(value, SHARE_DECIMALS)]),
    ),
    failedChecks: failed.map(({ check }) => check),
    alignedBy: alignment.source,
    ...(isEstimated && withPosterior && { posterior: Array.from(reading.posterior, (share) => round(share, 6)) }),
  };
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
