import { type ReactNode, useRef, useState } from "react";
import { useText } from "../text/text.ts";
import { fitInto, type Size } from "./fit.ts";
import styles from "./Stage.module.css";
import { useElementSize } from "./use-element-size.ts";

interface StageProps {
  readonly url: string;
  /** The picture's size as the engine counts it; its natural size until that is known. */
  readonly picture: Size | undefined;
  /** Draws what goes on the picture, which is shown at the given size in CSS pixels. */
  readonly children: (shown: Size) => ReactNode;
}

/** Draws a picture as large as its place allows. */
export function Stage({ url, picture, children }: StageProps) {
  const text = useText();
  const stage = useRef<HTMLDivElement>(null);
  const stageSize = useElementSize(stage);
  const [naturalSize, setNaturalSize] = useState<Size>();
  const size = picture ?? naturalSize;
  const shown = size && stageSize && fitInto(size, stageSize);
  return (
    <div className={styles.stage} ref={stage} style={{ "--ratio": size ? size.width / size.height : 1 }}>
      <div className={styles.picture} data-testid="photo" style={shown ? { ...shown } : { visibility: "hidden" }}>
        <img
          src={url}
          alt={text.photo.picture}
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            setNaturalSize({ width, height })
          }
        />
        {shown && children(shown)}
      </div>
    </div>
  );
}
