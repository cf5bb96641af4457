import { clamp } from "../../../math/index.ts";
import { meanOf } from "../../image/planes.ts";
import { bend } from "../../image/power.ts";
import { lumaPlane, type RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

type Params = ParamValues<typeof params>;

/** Gamma chosen so that a pixel of mean luma comes to `brightness`; see autoGamma. */
export function reference(image: RgbImage, values: Params, target: Float32Array, workspace: Workspace): void {
  const lumas = lumaPlane(image, workspace.floats("luma", image.width * image.height));
  bend(image.data, autoGamma(meanOf(lumas), values), target);
}

/**
 * log(brightness / 255) / log(mean / 255), kept to 1/limit…limit and raised to `strength`.
 *
 * @example autoGamma(64, { strength: 1, brightness: 128, limit: 4 }) // 0.4985…: brightens
 */
export function autoGamma(meanLuma: number, { strength, brightness, limit }: Params): number {
  const mean = clamp(meanLuma, 1, 254);
  const wanted = Math.log(brightness / 255) / Math.log(mean / 255);
  return clamp(wanted, 1 / limit, limit) ** strength;
}
