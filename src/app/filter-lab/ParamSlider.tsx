import type { FilterId, ParamRange } from "../../engine/index.ts";
import { LineSlider } from "../components/LineSlider.tsx";

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
export function ParamSlider({ filterId, param, range, ...props }: ParamSliderProps) {
  return (
    <LineSlider
      {...props}
      minValue={range.min}
      maxValue={range.max}
      step={range.step}
      formatOptions={{ maximumFractionDigits: 2 }}
      data-testid="filter-slider"
      data-filter={filterId}
      data-param={param}
    />
  );
}
