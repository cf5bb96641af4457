import { useEffect, useRef } from "react";

/** Height of a thumbnail in device pixels: sharp at 4.5 rem on most screens. */
const HEIGHT_PX = 144;

interface ThumbnailProps {
  readonly picture: Blob;
  readonly className?: string | undefined;
}

/**
 * A small copy of a picture, decoded when it appears. No more than the copy is kept, and it goes with the element; a
 * picture that cannot be decoded leaves its place empty.
 */
export function Thumbnail({ picture, className }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isGone = false;
    const options: ImageBitmapOptions = { resizeHeight: HEIGHT_PX, resizeQuality: "medium" };
    createImageBitmap(picture, options).then(
      (bitmap) => {
        if (canvas.current && !isGone) paint(canvas.current, bitmap);
        bitmap.close();
      },
      () => {
        // Reading the same file says what is wrong with it.
      },
    );
    return () => {
      isGone = true;
    };
  }, [picture]);
  return <canvas className={className} ref={canvas} width={1} height={1} />;
}

function paint(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
}
