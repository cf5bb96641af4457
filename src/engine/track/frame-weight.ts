import { clamp } from "../../math/index.ts";
import type { FaceReading } from "../api.ts";
import type { Threshold } from "../quality/verdict.ts";

/** Even the worst frame counts a little: a person who is only ever seen badly gets a reading, too. */
const LEAST_WEIGHT = 0.05;

/**
 * How much a frame of a face counts beside other frames of the same face, 0.05…1.
 *
 * The square of the share to which each failed standard is met, times cos² of yaw and pitch: a face of 50 px where 100
 * are asked for counts a quarter, and so does a head that is turned by 60°.
 */
export function frameWeight({ metrics, failed }: Pick<FaceReading, "metrics" | "failed">): number {
  const standards = failed.reduce((product, check) => product * metShare(check, check.value) ** 2, 1);
  const { yaw, pitch } = metrics.pose;
  return Math.max(LEAST_WEIGHT, standards * frontality(yaw) * frontality(pitch));
}

/** 1 for a standard that is met, towards 0 the further the value is from it. */
function metShare({ direction, limit }: Threshold, value: number): number {
  const share = direction === "below" ? value / limit : limit / value;
  return clamp(share, 0, 1);
}

function frontality(degrees: number): number {
  return Math.cos((Math.min(90, Math.abs(degrees)) * Math.PI) / 180) ** 2;
}
