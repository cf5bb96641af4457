import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { labelScale } from "../../labels/label-size.ts";
import type { PixelBox, PixelSize } from "../../math/index.ts";
import { useText } from "../text/use-text.ts";
import { fitInto } from "./fit.ts";
import styles from "./Stage.module.css";
import { useElementSize } from "./use-element-size.ts";
import { useZoom } from "./zoom/use-zoom.ts";
import { useZoomKeys } from "./zoom/use-zoom-keys.ts";
import { ZoomButtons } from "./zoom/ZoomButtons.tsx";
import { reveal } from "./zoom/zoom.ts";

interface StageProps {
  readonly url: string;
  /** The picture's size as the engine counts it; its natural size until that is known. */
  readonly picture: PixelSize<"picture"> | undefined;
  /** What is to be seen even when the picture is zoomed, in the picture's pixels. */
  readonly inView: PixelBox<"picture"> | undefined;
  /** Draws what goes on the picture, which is shown at the given size in CSS pixels. */
  readonly children: (shown: PixelSize<"screen">, labelScale: number) => ReactNode;
  /** What can be done with the picture, beside the ways to zoom it. */
  readonly tools?: ReactNode;
}

/** Draws a picture as large as its place allows; it can be zoomed and moved. */
export function Stage({ url, picture, inView, children, tools }: StageProps) {
  const text = useText();
  const stage = useRef<HTMLDivElement>(null);
  const stageSize = useElementSize(stage);
  const [naturalSize, setNaturalSize] = useState<PixelSize<"picture">>();
  const size = picture ?? naturalSize;
  const limits = useMemo(
    () => size && stageSize && { stage: stageSize, fit: fitInto(size, stageSize), pictureWidth: size.width },
    [size, stageSize],
  );
  const { zoom, change } = useZoom(stage, limits);
  const onKeyDown = useZoomKeys(change);
  useEffect(() => {
    change((zoom, limits) => (inView ? reveal(zoom, onPicture(inView, zoom.scale, limits), limits) : zoom));
  }, [inView, change]);

  const shown = useMemo(
    () => limits && zoom && { width: limits.fit.width * zoom.scale, height: limits.fit.height * zoom.scale },
    [limits, zoom],
  );
  return (
    <>
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reached by keyboard. */}
      {/* biome-ignore-start lint/a11y/useSemanticElements: a fieldset is for forms. */}
      <div
        className={styles.stage}
        ref={stage}
        role="group"
        aria-label={text.photo.zoom.stage}
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-testid="stage"
        data-zoomed={(zoom?.scale ?? 1) > 1 || undefined}
        style={{ "--ratio": size ? size.width / size.height : 1 }}
      >
        <div
          className={styles.picture}
          data-testid="photo"
          style={shown && zoom ? { ...shown, left: zoom.left, top: zoom.top } : { visibility: "hidden" }}
        >
          <img
            src={url}
            alt={text.photo.picture}
            draggable={false}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
              setNaturalSize({ width, height })
            }
          />
          {shown && limits && children(shown, labelScale(limits.fit.width))}
        </div>
      </div>
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above. */}
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above. */}
      <div className={styles.bar}>
        <ZoomButtons scale={zoom?.scale ?? 1} change={change} />
        {tools}
      </div>
    </>
  );
}

/** A box of the picture in CSS pixels of the picture as it is drawn. */
function onPicture(
  box: PixelBox<"picture">,
  scale: number,
  { fit, pictureWidth }: { readonly fit: PixelSize<"screen">; readonly pictureWidth: number },
): PixelBox<"screen"> {
  const ratio = (fit.width * scale) / pictureWidth;
  return { x: box.x * ratio, y: box.y * ratio, width: box.width * ratio, height: box.height * ratio };
}
