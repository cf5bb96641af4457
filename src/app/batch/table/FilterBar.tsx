import { Search } from "lucide-react";
import { Input } from "react-aria-components/Input";
import { SearchField } from "react-aria-components/SearchField";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { useText } from "../../text/use-text.ts";
import type { BatchItem } from "../batch-item.ts";
import styles from "./FilterBar.module.css";
import { countByState, type Filter, STATE_FILTERS } from "./rows.ts";

interface FilterBarProps {
  readonly items: readonly BatchItem[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Chooses which pictures the table shows. */
export function FilterBar({ items, filter, onFilter }: FilterBarProps) {
  const { locale, batch } = useText();
  const { table } = batch;
  const counts = countByState(items);
  const offered = STATE_FILTERS.filter((state) => state === "all" || state === filter.state || counts[state] > 0);
  return (
    <div className={styles.bar}>
      <ToggleButtonGroup
        className={styles.states ?? ""}
        aria-label={table.filters}
        disallowEmptySelection
        selectedKeys={[filter.state]}
        onSelectionChange={(keys) => {
          const state = STATE_FILTERS.find((state) => keys.has(state));
          if (state) onFilter({ ...filter, state });
        }}
      >
        {offered.map((state) => (
          <ToggleButton key={state} id={state} className={styles.state ?? ""} data-testid={`filter-${state}`}>
            {table.states[state]} <span className={styles.count}>{counts[state].toLocaleString(locale)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <SearchField
        className={styles.search ?? ""}
        aria-label={table.search}
        value={filter.name}
        onChange={(name) => onFilter({ ...filter, name })}
      >
        <Search aria-hidden="true" />
        <Input className={styles.input ?? ""} placeholder={table.search} data-testid="batch-search" />
      </SearchField>
    </div>
  );
}
