import { useRef } from "react";
import { ProgressPanel } from "../components/ProgressPanel.tsx";
import { useFocusWhenLost } from "../components/use-focus-when-lost.ts";
import type { AppState } from "../store/app-state.ts";
import { useApp } from "../store/store.ts";
import { useText } from "../text/text.ts";
import { FaceBoxes } from "./FaceBoxes.tsx";
import { FaceList } from "./FaceList.tsx";
import styles from "./PhotoView.module.css";
import { Stage } from "./Stage.tsx";

/** Pictures are read one after the other, so that loading comes before the picture's own progress. */
const selectWaiting = ({ engine, pending }: AppState) =>
  engine.status === "loading" ? engine.waiting : pending?.waiting;

/** A picture, large, with what was read from it beside or below. */
export function PhotoView() {
  const text = useText();
  const pending = useApp((state) => state.pending);
  const result = useApp((state) => state.result);
  const waiting = useApp(selectWaiting);
  const cancel = useApp((state) => state.cancel);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhenLost(heading, pending === undefined);

  const url = (pending ?? result)?.url;
  const analysis = pending ? undefined : result?.analysis;
  if (!url) return null;
  const faceCount = analysis?.faces.length;
  return (
    <div className={styles.view} data-many={(faceCount ?? 0) > 1 || undefined}>
      <Stage key={url} url={url} picture={analysis?.picture}>
        {(shown) => analysis && <FaceBoxes analysis={analysis} shown={shown} />}
      </Stage>
      <section
        className={styles.readings}
        aria-labelledby="readings-heading"
        data-testid={faceCount === 0 ? "no-face" : undefined}
      >
        <h1 id="readings-heading" ref={heading} tabIndex={-1} className={faceCount === 0 ? styles.sentence : ""}>
          {faceCount === undefined ? text.progress.reading : text.photo.faceCount(faceCount)}
        </h1>
        {pending && waiting && <ProgressPanel waiting={waiting} onCancel={cancel} />}
        {faceCount === 0 && <p className={styles.advice}>{text.photo.noFaceAdvice}</p>}
        {analysis && analysis.faces.length > 0 && <FaceList analysis={analysis} />}
      </section>
    </div>
  );
}
