import { useDeferredValue, useEffect, useState } from "react";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import unseen from "../components/unseen.module.css";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import { BatchPanel } from "./BatchPanel.tsx";
import styles from "./BatchView.module.css";
import { countWaiting } from "./batch-state.ts";
import { ChooseButtons } from "./ChooseButtons.tsx";
import { collect } from "./collect.ts";
import { toReadingProblem } from "./reading-problems.ts";
import { BatchTable } from "./table/BatchTable.tsx";
import { FilterBar } from "./table/FilterBar.tsx";
import type { Filter } from "./table/rows.ts";
import { useBatch } from "./use-batch.ts";

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

/** Tells screen readers when reading begins, pauses and ends, and nothing in between. */
function BatchAnnouncer() {
  const { progress } = useText().batch;
  const status = useBatch((state) => state.status);
  const isDone = useBatch(({ items }) => items.length > 0 && countWaiting(items) === 0);
  const message = { running: progress.running, paused: progress.paused, idle: isDone ? progress.done : "" }[status];
  return (
    <p className={unseen.unseen} role="status">
      {message}
    </p>
  );
}

/** The batch before there are pictures in it. */
function BatchWelcome({ isSearching }: { readonly isSearching: boolean }) {
  const { welcome, progress } = useText().batch;
  return (
    <section className={styles.welcome} aria-labelledby="batch-heading" data-testid="batch-welcome">
      <h1 id="batch-heading" className={styles.heading}>
        {welcome.heading}
      </h1>
      <p className={styles.lead}>{welcome.lead}</p>
      <div className={styles.ways}>
        <ChooseButtons pickLabel={welcome.pick} isMain />
        <span className={styles.other}>{isSearching ? progress.searching : welcome.otherWays}</span>
      </div>
    </section>
  );
}

/** Takes up a batch that was kept, and all that is meant for the batch; says whether folders are being walked through. */
function useIntake(): boolean {
  const forBatch = useApp((state) => state.forBatch);
  const takeForBatch = useApp((state) => state.takeForBatch);
  const report = useApp((state) => state.report);
  const add = useBatch((state) => state.add);
  const restore = useBatch((state) => state.restore);
  const [searches, setSearches] = useState(0);

  useEffect(() => {
    const incoming = forBatch.length > 0 ? takeForBatch() : [];
    setSearches((count) => count + 1);
    const takeIn = async () => {
      await restore();
      if (incoming.length > 0) add(await collect(incoming));
    };
    takeIn()
      .catch((error: unknown) => report(toReadingProblem(error)))
      .finally(() => setSearches((count) => count - 1));
  }, [forBatch, takeForBatch, report, add, restore]);

  return searches > 0;
}
