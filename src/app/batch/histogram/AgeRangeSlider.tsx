import { Slider, SliderTrack } from "react-aria-components/Slider";
import { OLDEST } from "../../components/age-axis.ts";
import { SliderMark } from "../../components/SliderMark.tsx";
import { useText } from "../../text/use-text.ts";
import type { AgeRange } from "../table/rows.ts";
import styles from "./AgeRangeSlider.module.css";

interface AgeRangeSliderProps {
  readonly range: AgeRange;
  readonly onChange: (range: AgeRange) => void;
}

/** Chooses the ages to show, under the histogram and on its scale. */
export function AgeRangeSlider({ range, onChange }: AgeRangeSliderProps) {
  const { summary } = useText().batch;
  const span = { "--low": `${(100 * range.low) / OLDEST}%`, "--high": `${(100 * range.high) / OLDEST}%` };
  return (
    <Slider
      className={styles.slider ?? ""}
      aria-label={summary.range}
      minValue={0}
      maxValue={OLDEST}
      value={[range.low, range.high]}
      onChange={([low = 0, high = OLDEST]) => onChange({ low, high })}
      data-testid="age-range"
    >
      <SliderTrack className={styles.track ?? ""} style={{ ...span, touchAction: "pan-y" }}>
        <SliderMark index={0} aria-label={summary.youngest} />
        <SliderMark index={1} aria-label={summary.oldest} />
      </SliderTrack>
    </Slider>
  );
}
