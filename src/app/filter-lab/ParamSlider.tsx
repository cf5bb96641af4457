import { Label } from "react-aria-components/Label";
import { Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components/Slider";
import type { FilterId, ParamRange } from "../../engine/index.ts";
import styles from "./ParamSlider.module.css";

interface ParamSliderProps {
  readonly filterId: FilterId;
  readonly param: string;
  readonly label: string;
  readonly range: ParamRange;
  readonly value: number;
  readonly valueText: string;
  readonly onChange: (value: number) => void;
}

/** One number of a filter. */
export function ParamSlider({ filterId, param, label, range, value, valueText, onChange }: ParamSliderProps) {
  return (
    <Slider
      className={styles.slider ?? ""}
      minValue={range.min}
      maxValue={range.max}
      step={range.step}
      value={value}
      onChange={onChange}
      formatOptions={{ maximumFractionDigits: 2 }}
      data-testid="filter-slider"
      data-filter={filterId}
      data-param={param}
    >
      <Label>{label}</Label>
      <SliderOutput className={styles.value ?? ""}>{valueText}</SliderOutput>
      <SliderTrack className={styles.track ?? ""} style={{ touchAction: "pan-y" }}>
        <SliderThumb className={styles.thumb ?? ""} />
      </SliderTrack>
    </Slider>
  );
}
