import { useRef } from "react";
import { ProgressLine } from "../components/ProgressLine.tsx";
import { useFocusWhenLost } from "../components/use-focus-when-lost.ts";
import { waitingText } from "../components/waiting-text.ts";
import type { AppState } from "../store/app-state.ts";
import { SAMPLE_IDS, sampleUrl } from "../store/samples.ts";
import { useApp } from "../store/store.ts";
import { downloadedShare, type Waiting } from "../store/waiting.ts";
import { problemText } from "../text/problem-text.ts";
import { useText } from "../text/use-text.ts";
import { FaceBoxes } from "./FaceBoxes.tsx";
import { FaceList } from "./FaceList.tsx";
import { FilmStrip } from "./film/FilmStrip.tsx";
import { PhotoTools } from "./PhotoTools.tsx";
import styles from "./PhotoView.module.css";
import { Stage } from "./Stage.tsx";

/** Pictures are read one after the other, so that loading comes before the picture's own progress. */
const selectWaiting = ({ engine, pending }: AppState) =>
  engine.status === "loading" ? engine.waiting : pending?.waiting;

/** The picture of the reel that is shown, unless a picture that is no part of the reel is being read. */
const selectShown = ({ reel, shownInReel, pending }: AppState) => {
  const opened = reel.find(({ id }) => id === shownInReel);
  return pending && pending.url !== opened?.url ? undefined : opened;
};

/** A picture, large, with what was read from it beside or below. */
export function PhotoView() {
  const text = useText();
  const pending = useApp((state) => state.pending);
  const result = useApp((state) => (state.pending ? undefined : state.result));
  const opened = useApp(selectShown);
  const selectedFace = useApp((state) => state.selectedFace);
  const waiting = useApp(selectWaiting);
  const cancel = useApp((state) => state.cancel);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhenLost(heading, pending === undefined);

  const url = (pending ?? result ?? opened)?.url;
  if (!url) return null;
  const analysis = result?.analysis;
  const problem = opened?.outcome?.status === "failed" ? opened.outcome.problem : undefined;
  const faceCount = analysis?.faces.length;
  const isSentence = faceCount === 0 || problem !== undefined;
  return (
    <div className={styles.view} data-many={(faceCount ?? 0) > 1 || undefined}>
      <div className={styles.picture}>
        <Stage
          key={url}
          url={url}
          picture={analysis?.picture}
          inView={selectedFace === undefined ? undefined : analysis?.faces[selectedFace]?.box}
          tools={result && <PhotoTools key={url} result={result} />}
        >
          {(shown, labelScale) => analysis && <FaceBoxes analysis={analysis} shown={shown} labelScale={labelScale} />}
        </Stage>
        {opened && <FilmStrip />}
      </div>
      <section
        className={styles.readings}
        aria-labelledby="readings-heading"
        data-testid={faceCount === 0 ? "no-face" : undefined}
      >
        <h1 id="readings-heading" ref={heading} tabIndex={-1} className={isSentence ? styles.sentence : ""}>
          {headingText()}
        </h1>
        {pending && waiting && <ProgressPanel waiting={waiting} onCancel={cancel} />}
        {faceCount === 0 && <p className={styles.advice}>{text.photo.noFaceAdvice}</p>}
        {analysis && analysis.faces.length > 0 && <FaceList analysis={analysis} />}
        <SampleCredit url={url} />
      </section>
    </div>
  );

  function headingText(): string {
    if (problem) return problemText(text.problems, problem);
    return faceCount === undefined ? text.progress.reading : text.photo.faceCount(faceCount);
  }
}

interface ProgressPanelProps {
  readonly waiting: Waiting;
  readonly onCancel: () => void;
}

/** What is being waited for while a picture is read, how far it is, and a way out. */
function ProgressPanel({ waiting, onCancel }: ProgressPanelProps) {
  const text = useText();
  return (
    <ProgressLine name={text.progress.reading} share={downloadedShare(waiting)} onCancel={onCancel}>
      {waitingText(text, waiting, text.progress.reading)}
    </ProgressLine>
  );
}

/** Whose picture is shown, where it is one of the page's own. */
function SampleCredit({ url }: { readonly url: string }) {
  const { welcome } = useText();
  const id = SAMPLE_IDS.find((id) => sampleUrl(id) === url);
  return id ? <p className={styles.credit}>{welcome.samples[id].credit}</p> : null;
}
