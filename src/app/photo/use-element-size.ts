import { type RefObject, useLayoutEffect, useState } from "react";
import type { PixelSize } from "../../math/index.ts";

/** The element's content size in CSS pixels, kept up to date; `undefined` before it is laid out. */
export function useElementSize(element: RefObject<HTMLElement | null>): PixelSize<"screen"> | undefined {
  const [size, setSize] = useState<PixelSize<"screen">>();
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
