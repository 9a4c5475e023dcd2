/** Adds to a column of a family's row: whole numbers, so that their sums are exact in any order. */
export function addToRow(row: Map<string, number>, column: string, amount: number): void {
  if (amount !== 0) row.set(column, (row.get(column) ?? 0) + amount);
}
