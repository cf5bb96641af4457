import { useLayoutEffect, useMemo, useRef } from "react";
import type { HeatMap } from "../../engine/index.ts";
import { CropCanvas } from "../components/CropCanvas.tsx";
import styles from "./HeatPicture.module.css";
import { heatOf, heatPixels } from "./heat.ts";

/** The accent that is drawn on photos. */
const HEAT_COLOUR = [255, 106, 51] as const;

interface HeatPictureProps {
  readonly crop: Uint8ClampedArray<ArrayBuffer>;
  readonly size: number;
  readonly map: HeatMap | undefined;
  /** What is to be seen. */
  readonly label: string;
}

/** A face in grey with the evidence for its reading in orange. */
export function HeatPicture({ crop, size, map, label }: HeatPictureProps) {
  const overlay = useRef<HTMLCanvasElement>(null);
  const heat = useMemo(() => map && heatOf(map), [map]);
  useLayoutEffect(() => {
    const context = overlay.current?.getContext("2d");
    if (!context || !map || !heat) return;
    context.putImageData(new ImageData(heatPixels(heat, HEAT_COLOUR), map.columns, map.rows), 0, 0);
  }, [map, heat]);
  return (
    <div className={styles.picture} role="img" aria-label={label} data-testid="heat-picture" data-method={map?.method}>
      <CropCanvas className={styles.crop} pixels={crop} size={size} />
      {map && heat && <canvas className={styles.heat} ref={overlay} width={map.columns} height={map.rows} />}
    </div>
  );
}
