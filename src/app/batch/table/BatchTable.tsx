import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { useText } from "../../text/use-text.ts";
import type { BatchItem } from "../batch-item.ts";
import { useBatch } from "../use-batch.ts";
import styles from "./BatchTable.module.css";
import { ColumnHeads } from "./ColumnHeads.tsx";
import { PictureRow } from "./PictureRow.tsx";
import { type Filter, filterItems, type Sort, sortItems } from "./rows.ts";

interface BatchTableProps {
  readonly items: readonly BatchItem[];
  readonly filter: Filter;
}

/** Height of a row in rem, as in the style sheet. */
const ROW_REM = 4;
/** Rows that are drawn beyond the edges, so that none is missing while one scrolls. */
const OVERSCAN = 6;

/** Every picture with its faces; only the rows in sight are drawn. */
export function BatchTable({ items, filter }: BatchTableProps) {
  const { table } = useText().batch;
  const readingId = useBatch((state) => state.readingId);
  const [sort, setSort] = useState<Sort>({ column: "order", direction: "ascending" });
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => sortItems(filterItems(items, filter), sort), [items, filter, sort]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: OVERSCAN,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  return (
    <div className={styles.scroller} ref={scroller}>
      <table
        className={styles.table}
        aria-label={table.label}
        aria-rowcount={rows.length + 1}
        data-testid="batch-table"
      >
        <ColumnHeads sort={sort} onSort={setSort} />
        <tbody className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const item = rows[index];
            return (
              item && <PictureRow key={key} item={item} index={index} top={start} isReading={item.id === readingId} />
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.empty}>{table.empty}</p>}
    </div>
  );
}
