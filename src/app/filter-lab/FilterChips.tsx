import { Check, Plus } from "lucide-react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import type { FilterId } from "../../engine/index.ts";
import { useText } from "../text/use-text.ts";
import styles from "./FilterChips.module.css";
import { FILTER_IDS, type FilterStack } from "./filter-stack.ts";

interface FilterChipsProps {
  readonly stack: FilterStack;
  readonly onToggle: (filterId: FilterId) => void;
}

/** Every filter as a switch. */
export function FilterChips({ stack, onToggle }: FilterChipsProps) {
  const { lab, filters } = useText().quality;
  const isChosen = (id: FilterId) => stack.some(({ filterId }) => filterId === id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be left out of its layout.
    <div className={styles.chips} role="group" aria-label={lab.choose}>
      {FILTER_IDS.map((id) => (
        <ToggleButton
          key={id}
          className={styles.chip ?? ""}
          isSelected={isChosen(id)}
          onChange={() => onToggle(id)}
          data-testid="filter-add"
          data-filter={id}
        >
          {isChosen(id) ? <Check aria-hidden="true" /> : <Plus aria-hidden="true" />}
          {filters[id].label}
        </ToggleButton>
      ))}
    </div>
  );
}
