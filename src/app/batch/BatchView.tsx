import { useDeferredValue, useState } from "react";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { BatchAnnouncer } from "./BatchAnnouncer.tsx";
import { BatchPanel } from "./BatchPanel.tsx";
import styles from "./BatchView.module.css";
import { BatchWelcome } from "./BatchWelcome.tsx";
import { BatchTable } from "./table/BatchTable.tsx";
import { FilterBar } from "./table/FilterBar.tsx";
import type { Filter } from "./table/rows.ts";
import { useBatch } from "./use-batch.ts";
import { useIntake } from "./use-intake.ts";

const EVERYTHING: Filter = { state: "all", name: "", ages: undefined };

/** Many pictures, read one after the other: how far it is, what came out, and a table of all of them. */
export function BatchView() {
  const isSearching = useIntake();
  const items = useDeferredValue(useBatch((state) => state.items));
  const problem = useBatch((state) => state.problem);
  const dismissProblem = useBatch((state) => state.dismissProblem);
  const [filter, setFilter] = useState(EVERYTHING);
  return (
    <>
      {problem && <ProblemNotice problem={problem} onDismiss={dismissProblem} />}
      {items.length === 0 ? (
        <BatchWelcome isSearching={isSearching} />
      ) : (
        <div className={styles.view} data-testid="batch">
          <BatchPanel items={items} filter={filter} onFilter={setFilter} />
          <div className={styles.pictures}>
            <FilterBar items={items} filter={filter} onFilter={setFilter} />
            <BatchTable items={items} filter={filter} />
          </div>
        </div>
      )}
      <BatchAnnouncer />
    </>
  );
}
