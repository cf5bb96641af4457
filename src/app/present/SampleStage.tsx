import { useMemo, useRef, useState } from "react";
import type { Analysis } from "../../engine/index.ts";
import type { PixelSize } from "../../math/index.ts";
import { placeBox, sizeIn } from "../camera/placing.ts";
import { Brackets } from "../components/Brackets.tsx";
import { waitingText } from "../components/waiting-text.ts";
import { useElementSize } from "../photo/use-element-size.ts";
import { type SampleId, sampleUrl } from "../store/samples.ts";
import { useApp } from "../store/store.ts";
import { useText } from "../text/text.ts";
import { BigReading } from "./BigReading.tsx";
import styles from "./SampleStage.module.css";

interface SampleStageProps {
  readonly sample: SampleId;
  /** `undefined` until it has been read. */
  readonly analysis: Analysis | undefined;
  readonly isAnswered: boolean;
}

/** A sample picture, its question, and its answer. */
export function SampleStage({ sample, analysis, isAnswered }: SampleStageProps) {
  const text = useText();
  const engine = useApp((state) => state.engine);
  const face = analysis?.faces[0];
  const reading = face?.reading.status === "estimated" ? face.reading : undefined;
  const waiting = engine.status === "loading" ? waitingText(text, engine.waiting, text.backend.gettingReady) : "";
  return (
    <div className={styles.sample} data-testid="stage-sample" data-answered={isAnswered || undefined}>
      <figure className={styles.picture}>
        <SamplePicture sample={sample} analysis={analysis} />
        <figcaption>{text.welcome.samples[sample].credit}</figcaption>
      </figure>
      <div className={styles.words}>
        {isAnswered && reading ? (
          <BigReading reading={{ ...reading, progress: 1 }} withScale />
        ) : (
          <>
            <h1>{text.welcome.heading}</h1>
            {!analysis && <p className={styles.waiting}>{waiting}</p>}
          </>
        )}
      </div>
    </div>
  );
}

function SamplePicture({ sample, analysis }: Pick<SampleStageProps, "sample" | "analysis">) {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const placeSize = useElementSize(place);
  const [natural, setNatural] = useState<PixelSize>();
  const shown = useMemo(() => natural && placeSize && sizeIn(natural, placeSize, "cover"), [natural, placeSize]);
  return (
    <div className={styles.place} ref={place}>
      <div className={styles.image} style={shown ? { ...shown } : { visibility: "hidden" }}>
        <img
          src={sampleUrl(sample)}
          alt={text.welcome.samples[sample].picture}
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setNatural({ width, height })}
        />
        {shown &&
          analysis?.faces.map(({ box }) => {
            const { x, y, width, height } = placeBox(box, analysis.picture, shown, false);
            return (
              <span key={`${box.x} ${box.y}`} className={styles.face} style={{ left: x, top: y, width, height }}>
                <Brackets />
              </span>
            );
          })}
      </div>
    </div>
  );
}
