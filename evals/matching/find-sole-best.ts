import type { Component } from './assign.ts';

/** Larger parts are left to the general assignment: the number of ways grows fast. */
const maxEdges = 16;

/**
 * The best assignment of a small part where no other is as good, so that no order of ties is needed.
 * @param weights whole numbers; 0 is no edge
 * @returns a column or -1 for each of the part's rows; undefined where another is as good, or the part is large
 */
export function findSoleBest(
  weights: readonly (readonly number[])[],
  { rows, columns }: Component,
): number[] | undefined {
  if (rows.length * columns.length > maxEdges) return undefined;
  let best: { total: number; ways: number; assigned: number[] } = { total: -1, ways: 0, assigned: [] };
  const assigned: number[] = [];
  const visit = (at: number, used: number, total: number): void => {
    if (at === rows.length) {
      if (total > best.total) best = { total, ways: 1, assigned: assigned.slice() };
      else if (total === best.total) best.ways += 1;
      return;
    }
    const row = weights[rows[at]!]!;
    assigned[at] = -1;
    visit(at + 1, used, total);
    for (let place = 0; place < columns.length; place += 1) {
      const column = columns[place]!;
      if (row[column]! <= 0 || (used & (1 << place)) !== 0) continue;
      assigned[at] = column;
      visit(at + 1, used | (1 << place), total + row[column]!);
    }
  };
  visit(0, 0, 0);
  return best.ways === 1 ? best.assigned : undefined;
}
