import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { ActionButton } from "../components/ActionButton.tsx";
import { BeforeAfter } from "../components/BeforeAfter.tsx";
import { type Measured, MeasuredValue, PIXEL_FIGURES } from "../quality/MeasuredValue.tsx";
import { useText } from "../text/use-text.ts";
import { FilterChips } from "./FilterChips.tsx";
import styles from "./FilterLab.module.css";
import { FilterSettings } from "./FilterSettings.tsx";
import { type FilterStack, setParam, toggleFilter } from "./filter-stack.ts";
import { useEnhanced } from "./use-enhanced.ts";

interface FilterLabProps {
  /** What was measured on the crop as it is. */
  readonly original: Measured;
  /** RGBA, `cropSize`² × 4 bytes. */
  readonly crop: Uint8ClampedArray<ArrayBuffer>;
  readonly cropSize: number;
}

const NOTHING: FilterStack = [];

/** Filters to be put on a face, with all of their settings; the picture and its figures follow at once. */
export function FilterLab({ original, crop, cropSize }: FilterLabProps) {
  const { lab, filters } = useText().quality;
  const [stack, setStack] = useState(NOTHING);
  const enhanced = useEnhanced(crop, stack);
  const result = stack.length > 0 ? enhanced : undefined;
  return (
    <div className={styles.lab} data-testid="filter-lab" data-lab>
      <div className={styles.picture}>
        <BeforeAfter before={crop} after={result?.crop ?? crop} size={cropSize} />
        <ResultFigures measured={result ?? original} />
      </div>
      <FilterChips stack={stack} onToggle={(id) => setStack(toggleFilter(stack, id))} />
      {stack.map(({ filterId, params }) => (
        <fieldset key={filterId} className={styles.filter} data-filter={filterId}>
          <legend>{filters[filterId].label}</legend>
          <FilterSettings
            filterId={filterId}
            params={params}
            onChange={(param, value) => setStack((current) => setParam(current, filterId, param, value))}
          />
        </fieldset>
      ))}
      {stack.length > 0 && (
        <div className={styles.foot}>
          <ActionButton onPress={() => setStack(NOTHING)} data-testid="filter-reset">
            <RotateCcw aria-hidden="true" />
            {lab.reset}
          </ActionButton>
          {stack.length > 1 && <p>{lab.order}</p>}
        </div>
      )}
    </div>
  );
}

/** What is measured on the filtered picture, in one line. */
function ResultFigures({ measured }: { readonly measured: Measured }) {
  const { metrics } = useText().quality;
  return (
    <dl className={styles.figures} data-testid="filter-result">
      {PIXEL_FIGURES.map((metric) => (
        <div key={metric} data-metric={metric}>
          <dt>{metrics[metric]}</dt>
          <dd>
            <MeasuredValue measured={measured} metric={metric} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
