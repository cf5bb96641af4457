import type { FaceReading } from "../../engine/index.ts";
import { clamp } from "../../math/index.ts";
import type { Size } from "./fit.ts";

/** A rectangle by its top left corner and its size. */
export type Box = FaceReading["box"];

/** A box of the picture as it is drawn at `shown` size, without what lies outside of the picture. */
export function boxOnScreen(box: Box, picture: Size, shown: Size): Box {
  const scale = shown.width / picture.width;
  const left = clamp(box.x * scale, 0, shown.width);
  const top = clamp(box.y * scale, 0, shown.height);
  const right = clamp((box.x + box.width) * scale, 0, shown.width);
  const bottom = clamp((box.y + box.height) * scale, 0, shown.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Area that two boxes share. */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Whether `inner` lies inside an area that begins at the origin. */
export function isInside(inner: Box, area: Size): boolean {
  return inner.x >= 0 && inner.y >= 0 && inner.x + inner.width <= area.width && inner.y + inner.height <= area.height;
}
