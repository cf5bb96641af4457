import { ChevronsLeftRight } from "lucide-react";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components/Slider";
import { useText } from "../text/use-text.ts";
import styles from "./BeforeAfter.module.css";
import { CropCanvas } from "./CropCanvas.tsx";

interface BeforeAfterProps {
  readonly before: Uint8ClampedArray<ArrayBuffer>;
  readonly after: Uint8ClampedArray<ArrayBuffer>;
  readonly size: number;
}

/** Two crops of one face on top of each other, with a line to be dragged, or moved by arrow keys, that parts them. */
export function BeforeAfter({ before, after, size }: BeforeAfterProps) {
  const { repair } = useText().quality;
  return (
    <Slider className={styles.slider ?? ""} defaultValue={50} aria-label={repair.compare} data-testid="before-after">
      <SliderTrack className={styles.track ?? ""} style={{ touchAction: "pan-y" }}>
        {({ state }) => (
          <>
            <CropCanvas pixels={before} size={size} className={styles.crop} />
            <div className={styles.side} style={{ clipPath: `inset(0 0 0 ${100 * state.getThumbPercent(0)}%)` }}>
              <CropCanvas pixels={after} size={size} className={styles.crop} />
              <span className={`${styles.label} ${styles.right}`}>{repair.after}</span>
            </div>
            <div className={styles.side} style={{ clipPath: `inset(0 ${100 - 100 * state.getThumbPercent(0)}% 0 0)` }}>
              <span className={styles.label}>{repair.before}</span>
            </div>
            <SliderThumb className={styles.thumb ?? ""}>
              <ChevronsLeftRight aria-hidden="true" />
            </SliderThumb>
          </>
        )}
      </SliderTrack>
    </Slider>
  );
}
