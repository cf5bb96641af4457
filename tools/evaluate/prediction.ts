import type { PixelBox } from "../../src/math/index.ts";
import type { AnalysedFaces, PictureReading } from "../engine-page/engine-page.ts";
import { nearestCentre } from "../engine-page/picture-coordinates.ts";
import type { Label } from "./labels.ts";

/** An age in years with its interval. */
export interface Estimate {
  readonly years: number;
  readonly low: number;
  readonly high: number;
}

interface FoundFace {
  readonly box: PixelBox;
  /** The detector's confidence, 0…1. */
  readonly score: number;
  /** How many faces the picture has in all. */
  readonly faces: number;
  /** Milliseconds for the whole picture. */
  readonly ms: number;
}

type Result =
  | ({ readonly status: "estimated"; readonly estimate: Estimate } & FoundFace)
  | ({ readonly status: "refused"; readonly reason: string } & FoundFace)
  | { readonly status: "missed"; readonly faces: 0; readonly ms: number }
  | { readonly status: "failed"; readonly reason: string };

/** What came out for the labelled face of one picture. */
export type Prediction = Result & { readonly filename: string; readonly label: Label | undefined };

/** The prediction for the face nearest the centre, which is the one that labels are about. */
export function toPrediction(
  filename: string,
  label: Label | undefined,
  reading: PictureReading<AnalysedFaces>,
): Prediction {
  if (reading.status === "failed") return { filename, label, status: "failed", reason: reading.reason };
  const { faces, size, timings } = reading;
  const ms = timings.total;
  const face = nearestCentre(faces, size);
  if (!face) return { filename, label, status: "missed", faces: 0, ms };
  const found = { filename, label, faces: faces.length, box: face.box, score: face.score, ms };
  if (face.reading.status === "refused") return { ...found, status: "refused", reason: face.reading.reason };
  const { years, interval } = face.reading;
  return { ...found, status: "estimated", estimate: { years, low: interval.low, high: interval.high } };
}
