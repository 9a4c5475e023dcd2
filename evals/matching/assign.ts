/**
 * The best one-to-one assignment of rows to columns, by total weight, then by the smallest sorted
 * list of (row, column) pairs. A weight of 0 or less is no edge; a row or column may stay unmatched.
 *
 * Weights are whole numbers whose sum stays below 2^53. Components of the graph are solved apart,
 * each by successive shortest augmenting paths (Kuhn-Munkres with potentials, O(r²c)).
 * @returns for each row its column, or -1
 */
export function assign(weights: readonly (readonly number[])[]): number[] {
  const result = new Array<number>(weights.length).fill(-1);
  for (const part of findComponents(weights)) {
    const weightOf = (row: number, column: number): number =>
      weights[part.rows[row]!]![part.columns[column]!]!;
    const solved = assignComponent(part.rows.length, part.columns.length, weightOf);
    solved.forEach((column, row) => {
      if (column >= 0) result[part.rows[row]!] = part.columns[column]!;
    });
  }
  return result;
}

export type WeightOf = (row: number, column: number) => number;

/** Fixes pairs one by one, smallest first, each kept only if the optimum stays within reach. */
function assignComponent(rows: number, columns: number, weightOf: WeightOf): number[] {
  const fixed = new Array<number>(rows).fill(-1);
  if (rows === 1 && columns === 1) return [0];
  const best = optimum(rows, columns, weightOf, fixed, 0);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (weightOf(row, column) <= 0 || fixed.includes(column)) continue;
      fixed[row] = column;
      if (optimum(rows, columns, weightOf, fixed, row + 1) === best) break;
      fixed[row] = -1;
    }
  }
  return fixed;
}

/** The greatest weight reachable when rows before `from` are settled as in `fixed`. */
function optimum(
  rows: number,
  columns: number,
  weightOf: WeightOf,
  fixed: readonly number[],
  from: number,
): number {
  const freeColumns: number[] = [];
  for (let column = 0; column < columns; column += 1) if (!fixed.includes(column)) freeColumns.push(column);
  let settled = 0;
  for (let row = 0; row < from; row += 1) if (fixed[row]! >= 0) settled += weightOf(row, fixed[row]!);
  const free = rows - from;
  const weight: WeightOf = (row, column) => Math.max(0, weightOf(from + row, freeColumns[column]!));
  if (free <= freeColumns.length) return settled + maximumWeight(free, freeColumns.length, weight);
  return settled + maximumWeight(freeColumns.length, free, (column, row) => weight(row, column));
}

/** Greatest total weight of a one-to-one assignment of `rows` <= `columns`; weights >= 0, and 0 stands for unmatched. */
export function maximumWeight(rows: number, columns: number, weightOf: WeightOf): number {
  if (rows === 0) return 0;
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const previous = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const visited = new Uint8Array(columns + 1);
    let column = 0;
    rowOf[0] = row;
    do {
      visited[column] = 1;
      const current = rowOf[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let candidate = 1; candidate <= columns; candidate += 1) {
        if (visited[candidate] === 1) continue;
        const reduced =
          -weightOf(current - 1, candidate - 1) - rowPotential[current]! - columnPotential[candidate]!;
        if (reduced < slack[candidate]!) {
          slack[candidate] = reduced;
          previous[candidate] = column;
        }
        if (slack[candidate]! < delta) {
          delta = slack[candidate]!;
          next = candidate;
        }
      }
      for (let seen = 0; seen <= columns; seen += 1) {
        if (visited[seen] === 1) {
          rowPotential[rowOf[seen]!]! += delta;
          columnPotential[seen]! -= delta;
        } else slack[seen]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const back = previous[column]!;
      rowOf[column] = rowOf[back]!;
      column = back;
    }
  }
  let total = 0;
  for (let column = 1; column <= columns; column += 1) {
    if (rowOf[column] !== 0) total += weightOf(rowOf[column]! - 1, column - 1);
  }
  return total;
}

/** A connected part of the graph of positive weights, its rows and columns in order. */
export interface Component {
  rows: number[];
  columns: number[];
}

/** The parts of the graph of positive weights, by their first row; rows without an edge are in none. */
export function findComponents(weights: readonly (readonly number[])[]): Component[] {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  const found: Component[] = [];
  const seenRow = new Uint8Array(rows);
  const seenColumn = new Uint8Array(columns);
  for (let start = 0; start < rows; start += 1) {
    if (seenRow[start] === 1) continue;
    seenRow[start] = 1;
    const part: Component = { rows: [start], columns: [] };
    for (let at = 0; at < part.rows.length; at += 1) {
      for (let column = 0; column < columns; column += 1) {
        if (seenColumn[column] === 1 || weights[part.rows[at]!]![column]! <= 0) continue;
        seenColumn[column] = 1;
        part.columns.push(column);
        for (let row = 0; row < rows; row += 1) {
          if (seenRow[row] === 1 || weights[row]![column]! <= 0) continue;
          seenRow[row] = 1;
          part.rows.push(row);
        }
      }
    }
    if (part.columns.length === 0) continue;
    part.rows.sort((a, b) => a - b);
    part.columns.sort((a, b) => a - b);
    found.push(part);
  }
  return found;
}
