import { useGesture } from "@use-gesture/react";
import { type RefObject, useCallback, useState } from "react";
import { bounded, panBy, unzoomed, type Zoom, type ZoomLimits, zoomAt } from "./zoom.ts";

/** One turn of a common wheel, 100 CSS pixels, zooms by about a fifth. */
const WHEEL_SPEED = 1 / 550;
/** Wheels that count lines report about three for one turn. */
const CSS_PX_PER_LINE = 33;
/** What a press of a button or key zooms by. */
export const ZOOM_STEP = 1.5;

export interface ZoomControl {
  readonly zoom: Zoom | undefined;
  /** Changes the zoom as it is when the change is carried out. */
  readonly change: (next: (zoom: Zoom, limits: ZoomLimits) => Zoom) => void;
}

/** Zooms by wheel and pinch and pans by dragging; `limits` is `undefined` before the stage is laid out. */
export function useZoom(stage: RefObject<HTMLElement | null>, limits: ZoomLimits | undefined): ZoomControl {
  const [wanted, setWanted] = useState<Zoom>();
  const zoom = limits && (wanted ? bounded(wanted, limits) : unzoomed(limits));

  const change = useCallback<ZoomControl["change"]>(
    (next) => {
      if (!limits) return;
      setWanted((wanted) => {
        const changed = next(wanted ? bounded(wanted, limits) : unzoomed(limits), limits);
        return changed.scale === 1 ? undefined : changed;
      });
    },
    [limits],
  );

  const zoomTowards = (factor: number, [clientX, clientY]: readonly [number, number]) => {
    const { left = 0, top = 0 } = stage.current?.getBoundingClientRect() ?? {};
    change((zoom, limits) => zoomAt(zoom, factor, clientX - left, clientY - top, limits));
  };

  useGesture(
    {
      onWheel: ({ event }) => {
        const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? CSS_PX_PER_LINE : 1);
        // At its smallest the picture leaves the wheel to the page.
        if (zoom?.scale === 1 && pixels > 0 && !event.ctrlKey) return;
        event.preventDefault();
        zoomTowards(Math.exp(-pixels * WHEEL_SPEED), [event.clientX, event.clientY]);
      },
      onPinch: ({ origin, delta: [growth], offset: [scale] }) => zoomTowards(scale / (scale - growth), origin),
      onDrag: ({ delta: [dx, dy], pinching, tap }) => {
        if (!pinching && !tap) change((zoom, limits) => panBy(zoom, dx, dy, limits));
      },
    },
    {
      target: stage,
      eventOptions: { passive: false },
      drag: { filterTaps: true, pointer: { capture: false, keys: false } },
      pinch: { from: [1, 0], pinchOnWheel: false, pointer: { touch: true } },
    },
  );

  return { zoom, change };
}
