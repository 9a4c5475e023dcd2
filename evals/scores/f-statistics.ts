import type { Statistic } from '../statistics/family-table.ts';
import { computeF } from './f-score.ts';

/** Of the row's columns that {@link confusionColumns} names: F2 of all defects. */
export function prepareF2(columns: readonly string[]): { f2: Statistic } {
  const [tp, fp, fn] = places(columns, 'defects');
  return { f2: (sums) => computeF(2, at(sums, tp), at(sums, fp), at(sums, fn)) };
}

/** Mean F1 over the gold's groups; undefined where any of them is 0/0, or there is none. */
export function prepareMacroF1(groups: readonly string[]) {
  return (columns: readonly string[]): { macroF1: Statistic } => {
    const placesOf = groups.map((group) => places(columns, `group:${group}`));
    return {
      macroF1(sums) {
        let sum = 0;
        for (const [tp, fp, fn] of placesOf) {
          const f1 = computeF(1, at(sums, tp), at(sums, fp), at(sums, fn));
          if (f1 === null) return null;
          sum += f1;
        }
        return placesOf.length === 0 ? null : sum / placesOf.length;
      },
    };
  };
}

/** A mean: the sum of one column over that of another. */
export function prepareMean<Name extends string>(parts: Record<Name, [of: string, per: string]>) {
  return (columns: readonly string[]): Record<Name, Statistic> => {
    const entries = Object.entries<[string, string]>(parts).map(([name, [of, per]]) => {
      const [numerator, denominator] = [columns.indexOf(of), columns.indexOf(per)];
      const mean: Statistic = (sums) => {
        const whole = at(sums, denominator);
        return whole === 0 ? null : at(sums, numerator) / whole;
      };
      return [name, mean];
    });
    return Object.fromEntries(entries) as Record<Name, Statistic>;
  };
}

/** The columns of true positives, false positives and misses under a prefix. */
export function confusionColumns(prefix: string): [tp: string, fp: string, fn: string] {
  return [`${prefix}:tp`, `${prefix}:fp`, `${prefix}:fn`];
}

function places(columns: readonly string[], prefix: string): [number, number, number] {
  const [tp, fp, fn] = confusionColumns(prefix);
  return [columns.indexOf(tp), columns.indexOf(fp), columns.indexOf(fn)];
}

/** The sum of a column; 0 where there is none. */
function at(sums: Float64Array, place: number): number {
  return place < 0 ? 0 : sums[place]!;
}
