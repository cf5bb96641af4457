/** One cell of a table; `null` stands for a figure that does not exist. */
export type Cell = string | number | null;

/** Rows under a head, in columns of equal width: the first column to the left, the others to the right. */
export function formatTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, ...rows.map((row) => row.map(formatCell))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const formatted = lines.map((line) =>
    widths.map((width, column) => (line[column] ?? "")[column === 0 ? "padEnd" : "padStart"](width)).join("  "),
  );
  const rule = "─".repeat(formatted[0]?.length ?? 0);
  return [formatted[0], rule, ...formatted.slice(1)].join("\n");
}

/** A share 0…1 as a percentage, for instance 0.125 → "12.5 %". */
export function percent(share: number | null): string | null {
  return share === null ? null : `${(100 * share).toFixed(1)} %`;
}

/** A number with a fixed count of decimals. */
export function decimals(value: number | null, count = 2): string | null {
  return value === null ? null : value.toFixed(count);
}

function formatCell(cell: Cell): string {
  return cell === null ? "–" : String(cell);
}
