/**
 * Pairs rows with columns so that the sum of costs is least; a pair that costs `limit` or more is never made, and a row
 * may stay alone at that price. Kuhn and Munkres' method with potentials, O(rows² · columns).
 *
 * @param costs one row per item, all of the same length; values ≥ 0
 * @returns the column of each row, `undefined` for rows that stay alone
 *
 * @example assign([[1, 2], [1, 9]], 5) // [1, 0]
 */
export function assign(costs: readonly (readonly number[])[], limit: number): (number | undefined)[] {
  const columnCount = costs[0]?.length ?? 0;
  const padded = costs.map((row) => [...row.map((cost) => Math.min(cost, limit)), ...costs.map(() => limit)]);
  const rowOfColumn = solve(padded);
  const columnOfRow: (number | undefined)[] = costs.map(() => undefined);
  rowOfColumn.slice(0, columnCount).forEach((row, column) => {
    const cost = row === undefined ? undefined : costs[row]?.[column];
    if (row !== undefined && cost !== undefined && cost < limit) columnOfRow[row] = column;
  });
  return columnOfRow;
}

/** The row of each column in the cheapest complete assignment of all rows; there are at least as many columns. */
function solve(costs: readonly (readonly number[])[]): (number | undefined)[] {
  const columnCount = costs[0]?.length ?? 0;
  const rowPotential = costs.map(() => 0);
  const columnPotential = new Array<number>(columnCount).fill(0);
  const rowOfColumn = new Array<number | undefined>(columnCount).fill(undefined);
  const reducedCost = (row: number, column: number) =>
    (costs[row]?.[column] ?? Number.POSITIVE_INFINITY) - (rowPotential[row] ?? 0) - (columnPotential[column] ?? 0);

  for (const newRow of costs.keys()) {
    const slack = new Array<number>(columnCount).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Array<number | undefined>(columnCount).fill(undefined);
    const reached: { readonly column: number; readonly row: number }[] = [];
    const open = new Set(slack.keys());
    let row: number | undefined = newRow;
    let column: number | undefined;
    while (row !== undefined) {
      for (const candidate of open) {
        const cost = reducedCost(row, candidate);
        if (cost < (slack[candidate] as number)) {
          slack[candidate] = cost;
          cameFrom[candidate] = column;
        }
      }
      const next = cheapest(open, slack);
      const delta = slack[next] as number;
      rowPotential[newRow] = (rowPotential[newRow] as number) + delta;
      for (const step of reached) {
        rowPotential[step.row] = (rowPotential[step.row] as number) + delta;
        columnPotential[step.column] = (columnPotential[step.column] as number) - delta;
      }
      for (const candidate of open) slack[candidate] = (slack[candidate] as number) - delta;
      open.delete(next);
      column = next;
      row = rowOfColumn[next];
      if (row !== undefined) reached.push({ column: next, row });
    }
    while (column !== undefined) {
      const previous: number | undefined = cameFrom[column];
      rowOfColumn[column] = previous === undefined ? newRow : rowOfColumn[previous];
      column = previous;
    }
  }
  return rowOfColumn;
}

function cheapest(open: ReadonlySet<number>, slack: readonly number[]): number {
  return [...open].reduce((best, column) => ((slack[column] as number) < (slack[best] as number) ? column : best));
}
