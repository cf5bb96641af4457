import { Label } from "react-aria-components/Label";
import { Slider, SliderOutput, type SliderProps, SliderTrack } from "react-aria-components/Slider";
import styles from "./LineSlider.module.css";
import { SliderMark } from "./SliderMark.tsx";

interface LineSliderProps extends Omit<SliderProps<number>, "children" | "className" | "style"> {
  readonly label: string;
  /** The value in words; the number itself when left out. */
  readonly valueText?: string;
  readonly "data-testid"?: string;
  readonly [data: `data-${string}`]: string | undefined;
}

/** A number to be chosen on a line. */
export function LineSlider({ label, valueText, ...props }: LineSliderProps) {
  return (
    <Slider {...props} className={styles.slider ?? ""}>
      <Label>{label}</Label>
      <SliderOutput className={styles.value ?? ""}>{valueText}</SliderOutput>
      <SliderTrack className={styles.track ?? ""} style={{ touchAction: "pan-y" }}>
        <SliderMark />
      </SliderTrack>
    </Slider>
  );
}
