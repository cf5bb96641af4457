import type { KeyboardEvent } from "react";
import { ZOOM_STEP, type ZoomControl } from "./use-zoom.ts";
import { panBy, unzoomed, type Zoom, type ZoomLimits, zoomAt } from "./zoom.ts";

/** CSS pixels that an arrow key moves the picture by. */
const ARROW_STEP = 60;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Zooms by a factor towards the middle of the stage. */
export function zoomMiddle(factor: number) {
  return (zoom: Zoom, limits: ZoomLimits) =>
    zoomAt(zoom, factor, limits.stage.width / 2, limits.stage.height / 2, limits);
}

/** Plus and minus zoom and zero resets, also from within; the arrows move, when the stage itself has the focus. */
export function useZoomKeys(change: ZoomControl["change"]) {
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = changeFor(event.key, event.target === event.currentTarget);
    if (!next) return;
    event.preventDefault();
    change(next);
  };
}

function changeFor(key: string, isOnStage: boolean) {
  if (key === "+" || key === "=") return zoomMiddle(ZOOM_STEP);
  if (key === "-") return zoomMiddle(1 / ZOOM_STEP);
  if (key === "0") return (_: Zoom, limits: ZoomLimits) => unzoomed(limits);
  const [x, y] = (isOnStage && ARROWS[key]) || [];
  if (x === undefined || y === undefined) return undefined;
  return (zoom: Zoom, limits: ZoomLimits) => panBy(zoom, x * ARROW_STEP, y * ARROW_STEP, limits);
}
