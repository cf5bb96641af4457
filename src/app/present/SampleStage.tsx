import { useRef, useState } from "react";
import type { Analysis } from "../../engine/index.ts";
import { readingOrder } from "../../labels/reading-order.ts";
import type { PixelSize } from "../../math/index.ts";
import { personName } from "../camera/person-name.ts";
import { placeBox, sizeIn } from "../camera/placing.ts";
import { Brackets } from "../components/Brackets.tsx";
import { waitingText } from "../components/waiting-text.ts";
import { useElementSize } from "../photo/use-element-size.ts";
import { type SampleId, sampleUrl } from "../store/samples.ts";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import { ReadingsPanel, type StageReading } from "./ReadingsPanel.tsx";
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
  const readings = analysis ? stageReadings(analysis) : [];
  const waiting = engine.status === "loading" ? waitingText(text, engine.waiting, text.backend.gettingReady) : "";
  return (
    <div className={styles.sample} data-testid="stage-sample" data-answered={isAnswered || undefined}>
      <figure className={styles.picture}>
        <SamplePicture sample={sample} analysis={analysis} />
        <figcaption>{text.welcome.samples[sample].credit}</figcaption>
      </figure>
      {isAnswered && readings.length > 0 ? (
        <ReadingsPanel readings={readings} />
      ) : (
        <div className={styles.words}>
          <h2>{text.welcome.heading}</h2>
          {!analysis && (
            <p className={styles.waiting} data-testid="stage-wait">
              {waiting}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

/** What was read from a picture, from left to right; photos are settled from the beginning. */
function stageReadings({ faces }: Analysis): StageReading[] {
  return readingOrder(faces).flatMap((index, position) => {
    const reading = faces[index]?.reading;
    return reading?.status === "estimated" ? [{ id: position + 1, reading: { ...reading, progress: 1 } }] : [];
  });
}

function SamplePicture({ sample, analysis }: Pick<SampleStageProps, "sample" | "analysis">) {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const placeSize = useElementSize(place);
  const [natural, setNatural] = useState<PixelSize<"picture">>();
  const shown = natural && placeSize && sizeIn(natural, placeSize, isWide(natural) ? "contain" : "cover");
  const top = shown && placeSize ? Math.max(0, (placeSize.height - shown.height) / 2) : 0;
  return (
    <div className={styles.place} ref={place}>
      <div className={styles.image} style={shown ? { ...shown, top } : { visibility: "hidden" }}>
        <img
          src={sampleUrl(sample)}
          alt={text.welcome.samples[sample].picture}
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setNatural({ width, height })}
        />
        {shown &&
          analysis &&
          readingOrder(analysis.faces).map((index, position) => {
            const box = analysis.faces[index]?.box;
            if (!box) return null;
            const { x, y, width, height } = placeBox(box, analysis.picture, shown, false);
            return (
              <span key={index} className={styles.face} style={{ left: x, top: y, width, height }}>
                <Brackets />
                {analysis.faces.length > 1 && <b>{personName(position + 1)}</b>}
              </span>
            );
          })}
      </div>
    </div>
  );
}

/** Of a wide picture nothing is cut off: several people stand beside each other in it. */
function isWide({ width, height }: PixelSize): boolean {
  return width > height;
}
