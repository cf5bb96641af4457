import { useLayoutEffect, useRef } from "react";

/** A square picture of a face. */
export interface Crop {
  /** RGBA, `size`² × 4 bytes. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly size: number;
}

interface CropCanvasProps extends Crop {
  readonly className?: string | undefined;
}

/** A face as the network saw it, or after filters. */
export function CropCanvas({ pixels, size, className }: CropCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    canvas.current?.getContext("2d")?.putImageData(new ImageData(pixels, size, size), 0, 0);
  }, [pixels, size]);
  return <canvas className={className} ref={canvas} width={size} height={size} />;
}
