import { ChevronDown, ChevronUp } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { useText } from "../../text/use-text.ts";
import styles from "./BatchTable.module.css";
import type { Sort, SortColumn } from "./rows.ts";

const COLUMNS = ["name", "faces", "age", "spread", "quality"] as const;

/** Ages are sought from the youngest, all other figures from the highest. */
const FIRST_DIRECTION: Readonly<Record<(typeof COLUMNS)[number], Sort["direction"]>> = {
  name: "ascending",
  faces: "descending",
  age: "ascending",
  spread: "descending",
  quality: "descending",
};

interface ColumnHeadsProps {
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** The names of the columns; pressing one sorts by it, then the other way round, then as the pictures were added. */
export function ColumnHeads({ sort, onSort }: ColumnHeadsProps) {
  const { table } = useText().batch;
  return (
    <thead className={styles.heads}>
      <tr className={styles.row} aria-rowindex={1}>
        {COLUMNS.map((column) => {
          const isSorted = sort.column === column;
          return (
            <th key={column} scope="col" className={styles[column]} aria-sort={isSorted ? sort.direction : "none"}>
              <Button className={styles.head ?? ""} onPress={() => onSort(nextSort(sort, column))}>
                {table.columns[column]}
                {isSorted && (sort.direction === "ascending" ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />)}
              </Button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function nextSort(sort: Sort, column: Exclude<SortColumn, "order">): Sort {
  const first = FIRST_DIRECTION[column];
  if (sort.column !== column) return { column, direction: first };
  if (sort.direction !== first) return { column: "order", direction: "ascending" };
  return { column, direction: first === "ascending" ? "descending" : "ascending" };
}
