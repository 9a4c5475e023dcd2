import { compareText } from './compare-text.ts';

/** What alpha needs to know of values: which are the same, and how far apart two are. */
export interface AlphaMetric<Value> {
  /** Equal values have equal keys, different ones different keys. */
  keyOf(value: Value): string;
  /** Of two values, 0 or more, symmetric, 0 for equal ones: Krippendorff's δ², not its root. */
  distance(a: Value, b: Value): number;
}

/** Whether two values are the same: 0 or 1. */
export const nominalMetric: AlphaMetric<string | number | boolean> = {
  keyOf: (value) => JSON.stringify(value),
  distance: (a, b) => Number(a !== b),
};

/**
 * Krippendorff's alpha = 1 − D_o/D_e: agreement beyond chance of any number of observers on any kind of
 * values, with missing ones. A unit of m values weighs each of its pairs by 1/(m − 1); units of fewer than
 * two values say nothing and are left out, of the expected disagreement too.
 * @param units one list of values a unit; null is missing. Neither the order of the units nor that of the
 *   values changes a bit of the result.
 * @returns at most 1; 0 is chance, below 0 worse than chance. Null where it is 0/0: no unit has two
 *   values, or all values are the same.
 * @source Krippendorff, K. (2004), Content Analysis: An Introduction to Its Methodology, 2nd ed., ch. 11;
 *   Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability.
 */
export function computeKrippendorffAlpha<Value>(
  units: readonly (readonly (Value | null)[])[],
  metric: AlphaMetric<Value>,
): number | null {
  const { values, rows } = tabulateUnits(units, metric);
  const counts = new Float64Array(values.length);
  for (const row of rows) for (const value of row) counts[value]! += 1;
  let observed = 0;
  for (const row of rows.toSorted(compareRows)) {
    observed += sumObserved(row, (c, k) => metric.distance(values[c]!, values[k]!));
  }
  let expected = 0;
  for (let c = 0; c < values.length; c += 1) {
    for (let k = 0; k < c; k += 1) {
      expected += 2 * counts[c]! * counts[k]! * metric.distance(values[c]!, values[k]!);
    }
  }
  return alphaFromSums(observed, expected, sum(counts));
}

/** Units of two or more values, as sorted indexes into the distinct values, which are sorted by key. */
export function tabulateUnits<Value>(
  units: readonly (readonly (Value | null)[])[],
  { keyOf }: AlphaMetric<Value>,
): { values: Value[]; rows: number[][] } {
  const distinct = new Map<string, Value>();
  const keyed: string[][] = [];
  for (const unit of units) {
    const present = unit.filter((value) => value !== null);
    if (present.length < 2) continue;
    const keys = present.map(keyOf);
    keys.forEach((key, index) => {
      if (!distinct.has(key)) distinct.set(key, present[index]!);
    });
    keyed.push(keys);
  }
  const keys = [...distinct.keys()].sort(compareText);
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  return {
    values: keys.map((key) => distinct.get(key)!),
    rows: keyed.map((row) => row.map((key) => indexOf.get(key)!).sort((a, b) => a - b)),
  };
}

/** Σ over the ordered pairs of a unit of their distance, divided by m − 1. */
export function sumObserved(row: readonly number[], distance: (c: number, k: number) => number): number {
  let total = 0;
  for (let i = 0; i < row.length; i += 1) {
    for (let j = 0; j < i; j += 1) if (row[i] !== row[j]) total += 2 * distance(row[i]!, row[j]!);
  }
  return total / (row.length - 1);
}

/**
 * Alpha of n values from its sums.
 * @param observed Σ over units of {@link sumObserved}.
 * @param expected Σ over all ordered pairs of values of their distance.
 */
export function alphaFromSums(observed: number, expected: number, n: number): number | null {
  return expected > 0 ? 1 - ((n - 1) * observed) / expected : null;
}

/** By length, then by the first index that differs. */
export function compareRows(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return a.length - b.length || (at < 0 ? 0 : a[at]! - b[at]!);
}

function sum(counts: Float64Array): number {
  return counts.reduce((total, count) => total + count, 0);
}
