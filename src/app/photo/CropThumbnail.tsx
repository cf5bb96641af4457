import { useLayoutEffect, useRef } from "react";
import styles from "./CropThumbnail.module.css";

interface CropThumbnailProps {
  /** RGBA, `size`² × 4 bytes. */
  readonly crop: Uint8ClampedArray<ArrayBuffer>;
  readonly size: number;
}

/** A face as the network saw it. */
export function CropThumbnail({ crop, size }: CropThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    canvas.current?.getContext("2d")?.putImageData(new ImageData(crop, size, size), 0, 0);
  }, [crop, size]);
  return <canvas className={styles.crop} ref={canvas} width={size} height={size} />;
}
