import type { PixelBox } from "../../../math/index.ts";
import type { FaceReading, Reading } from "../../api.ts";
import type { FailedCheck } from "../../quality/verdict.ts";

/** A face for tests, of which only what is named matters. */
interface FaceOptions {
  readonly box?: PixelBox<"picture">;
  readonly reading?: Reading;
  readonly failed?: readonly FailedCheck[];
  readonly yaw?: number;
}

/** A normal distribution over whole ages 0…100 as a posterior. */
export function bell(mean: number, deviation: number): Float32Array {
  const shares = Array.from({ length: 101 }, (_, age) => Math.exp(-0.5 * ((age - mean) / deviation) ** 2));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return Float32Array.from(shares, (share) => share / total);
}

/** What a frame says whose posterior is a bell. */
export function readingOf(mean: number, deviation = 6): Extract<Reading, { status: "estimated" }> {
  const interval = { low: mean - 1.28 * deviation, high: mean + 1.28 * deviation, level: 0.8 };
  return { status: "estimated", years: mean, interval, posterior: bell(mean, deviation) };
}

/** A well taken face that looks straight into the camera. */
export function faceOf({
  box = { x: 0, y: 0, width: 100, height: 100 },
  reading = readingOf(30),
  failed = [],
  yaw = 0,
}: FaceOptions): FaceReading {
  const face: Partial<FaceReading> = { box, reading, failed, score: 0.9 };
  const metrics = { pose: { roll: 0, yaw, pitch: 0 } };
  return { ...face, metrics } as FaceReading;
}
