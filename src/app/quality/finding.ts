import { type Check, type FailedCheck, hidesSharpness } from "../../engine/index.ts";

/** What is wrong with a face's picture, as people are told. */
export type Finding = Check | "soft" | "harsh";

/** A variance of the Laplacian down to a quarter of its limit, that is, edges half as strong, counts as soft. */
const SOFT_SHARE = 1 / 4;

/** Below so many pixels, faces measure as blurred however sharp they are: the crop has twice as many (docs/repair.md). */
const HIDES_BLUR_PX = 64;

/**
 * What to tell people about failed checks, each thing once, in the order of the checks.
 *
 * Blur is passed over where the light or the size is to blame: whether a picture is blurred shows once those are right. More than half
 * of ordinary portraits fall a little short of the standard for sharpness: those are soft, not blurry. A standard
 * deviation above its limit says that light and shadow are far apart, so that it is not called grain.
 */
export function findings(failed: readonly FailedCheck[]): Finding[] {
  const blurIsHidden =
    hidesSharpness(failed) || failed.some(({ check, value }) => check === "small" && value < HIDES_BLUR_PX);
  const told = failed.filter(({ check }) => !(check === "blurry" && blurIsHidden));
  return [...new Set(told.map(toFinding))];
}

function toFinding({ check, metric, limit, value }: FailedCheck): Finding {
  if (check === "blurry" && value >= SOFT_SHARE * limit) return "soft";
  if (check === "noisy" && metric === "contrast") return "harsh";
  return check;
}
