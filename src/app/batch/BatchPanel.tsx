import { RotateCcw, Trash2 } from "lucide-react";
import { useId } from "react";
import { ActionButton } from "../components/ActionButton.tsx";
import { OLDEST } from "../components/age-axis.ts";
import { LabelledSwitch } from "../components/LabelledSwitch.tsx";
import { useText } from "../text/use-text.ts";
import { BatchExports } from "./BatchExports.tsx";
import styles from "./BatchPanel.module.css";
import { BatchProgress } from "./BatchProgress.tsx";
import type { BatchItem } from "./batch-item.ts";
import { ChooseButtons } from "./ChooseButtons.tsx";
import { AgeHistogram } from "./histogram/AgeHistogram.tsx";
import { AgeRangeSlider } from "./histogram/AgeRangeSlider.tsx";
import { medianAge } from "./histogram/bins.ts";
import { agesOf, countByState, type Filter, facesOf } from "./table/rows.ts";
import { useBatch } from "./use-batch.ts";

interface BatchPanelProps {
  readonly items: readonly BatchItem[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

const ALL_AGES = { low: 0, high: OLDEST };

/** How far the batch is, what came out of it so far, and what can be done with it. */
export function BatchPanel({ items, filter, onFilter }: BatchPanelProps) {
  const words = useText().batch;
  const clear = useBatch((state) => state.clear);
  const ages = items.flatMap(agesOf);
  const range = filter.ages ?? ALL_AGES;
  return (
    <section className={styles.panel} aria-labelledby="batch-heading">
      <BatchProgress items={items} />
      <Findings items={items} />
      {ages.length > 0 && (
        <div>
          <AgeHistogram ages={ages} range={range} />
          <AgeRangeSlider
            range={range}
            onChange={({ low, high }) =>
              onFilter({ ...filter, ages: low === 0 && high === OLDEST ? undefined : { low, high } })
            }
          />
          {filter.ages && <p className={styles.soft}>{words.summary.rangeShown(range.low, range.high)}</p>}
        </div>
      )}
      <BatchExports items={items} />
      <KeepSwitch />
      <div className={styles.row}>
        <ChooseButtons pickLabel={words.add} isMain={false} />
        <ActionButton emphasis="quiet" onPress={clear} data-testid="batch-clear">
          <Trash2 aria-hidden="true" />
          {words.clear}
        </ActionButton>
      </div>
    </section>
  );
}

function Findings({ items }: { readonly items: readonly BatchItem[] }) {
  const { locale, batch } = useText();
  const { summary } = batch;
  const leftOut = useBatch((state) => state.leftOut);
  const retry = useBatch((state) => state.retry);
  const counts = countByState(items);
  const faces = items.reduce((sum, item) => sum + facesOf(item).length, 0);
  const median = medianAge(items.flatMap(agesOf));
  const failed = items.filter(({ status }) => status === "failed").map(({ id }) => id);
  return (
    <div className={styles.findings}>
      {faces > 0 && (
        <p data-testid="batch-summary">
          {summary.faces(faces, counts.faces)}
          {median !== undefined && `, ${summary.median(Number(median.toFixed(0))).toLocaleLowerCase(locale)}`}
        </p>
      )}
      {leftOut > 0 && <p className={styles.soft}>{summary.leftOut(leftOut)}</p>}
      {failed.length > 0 && (
        <div className={styles.failed} data-testid="batch-failed">
          <p>{summary.failed(failed.length)}</p>
          <ActionButton onPress={() => retry(failed)} data-testid="retry-all">
            <RotateCcw aria-hidden="true" />
            {summary.retryAll}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

/** Asks whether the browser may keep the batch; it does not unless the person says so. */
function KeepSwitch() {
  const { keep } = useText().batch;
  const isKept = useBatch((state) => state.isKept);
  const setKept = useBatch((state) => state.setKept);
  const hintId = useId();
  return (
    <div className={styles.keep}>
      <LabelledSwitch isSelected={isKept} onChange={setKept} aria-describedby={hintId} data-testid="batch-keep">
        {keep.label}
      </LabelledSwitch>
      <p className={styles.hint} id={hintId}>
        {keep.hint}
      </p>
    </div>
  );
}
