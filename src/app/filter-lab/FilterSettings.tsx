import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { FILTER_CONTROLS, type FilterId, type FilterParams } from "../../engine/index.ts";
import { paramText } from "../text/quality-text.ts";
import { useText } from "../text/use-text.ts";
import styles from "./FilterSettings.module.css";
import { ParamSlider } from "./ParamSlider.tsx";

interface FilterSettingsProps {
  readonly filterId: FilterId;
  readonly params: FilterParams;
  readonly onChange: (param: string, value: number) => void;
}

/** A slider for each number of a filter, and buttons for each choice. */
export function FilterSettings({ filterId, params, onChange }: FilterSettingsProps) {
  const text = useText();
  const ranges = FILTER_CONTROLS[filterId].params;
  const names: Readonly<Record<string, string>> = text.quality.filters[filterId].params;
  return Object.entries(ranges).map(([param, range]) => {
    const value = params[param] ?? range.default;
    const setting = {
      label: names[param] ?? param,
      value,
      valueText: paramText(text, filterId, param, value),
      onChange: (changed: number) => onChange(param, changed),
    };
    if (!range.choices) return <ParamSlider key={param} {...setting} range={range} filterId={filterId} param={param} />;
    const choices = range.choices.map((_, choice) => paramText(text, filterId, param, choice));
    return <ParamChoice key={param} {...setting} choices={choices} />;
  });
}

interface ParamChoiceProps {
  readonly label: string;
  /** Index of the chosen one. */
  readonly value: number;
  readonly choices: readonly string[];
  readonly onChange: (value: number) => void;
}

function ParamChoice({ label, value, choices, onChange }: ParamChoiceProps) {
  return (
    <div className={styles.choice} data-testid="filter-choice">
      <span>{label}</span>
      <ToggleButtonGroup
        className={styles.choices ?? ""}
        aria-label={label}
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={([key]) => onChange(Number(key))}
      >
        {choices.map((choice, index) => (
          <ToggleButton key={choice} id={index} className={styles.option ?? ""}>
            {choice}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
