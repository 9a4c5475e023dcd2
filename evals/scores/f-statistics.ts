import type { Statistic } from '../statistics/family-table.ts';
import { addToRow } from './add-to-row.ts';
import type { CaseScore } from './case-score.ts';
import { countByGroup } from './count-slices.ts';
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

/** F1 over columns of true positives, false positives and misses, the counts of each weighed. */
export function prepareWeightedF1(weightOf: (column: string) => number) {
  return (columns: readonly string[]): { equalF1: Statistic } => {
    const weights = columns.map(weightOf);
    const hits = columns.map((column) => column.endsWith(':tp'));
    return {
      equalF1(sums) {
        let tp = 0;
        let all = 0;
        for (let place = 0; place < sums.length; place++) {
          const weighed = weights[place]! * sums[place]!;
          all += weighed;
          if (hits[place]) tp += weighed;
        }
        return all === 0 ? null : (2 * tp) / (tp + all);
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

/** Adds true positives, false positives and misses to the columns of a prefix. */
export function addConfusion(
  row: Map<string, number>,
  prefix: string,
  { tp, fp, fn }: { tp: number; fp: number; fn: number },
): void {
  const columns = confusionColumns(prefix);
  addToRow(row, columns[0], tp);
  addToRow(row, columns[1], fp);
  addToRow(row, columns[2], fn);
}

/** Adds the counts of each gold group, for macro F1. */
export function addGroups(row: Map<string, number>, score: CaseScore, goldGroups: ReadonlySet<string>): void {
  for (const repeat of score.repeats) {
    for (const [group, counts] of countByGroup(repeat)) {
      if (!goldGroups.has(group)) continue;
      const { truePositives: tp, falsePositives: fp, falseNegatives: fn } = counts;
      addConfusion(row, `group:${group}`, { tp, fp, fn });
    }
  }
}

const known = new Map<string, [tp: string, fp: string, fn: string]>();

/** The columns of true positives, false positives and misses under a prefix. */
function confusionColumns(prefix: string): [tp: string, fp: string, fn: string] {
  let columns = known.get(prefix);
  if (columns === undefined) {
    columns = [`${prefix}:tp`, `${prefix}:fp`, `${prefix}:fn`];
    known.set(prefix, columns);
  }
  return columns;
}

function places(columns: readonly string[], prefix: string): [number, number, number] {
  const [tp, fp, fn] = confusionColumns(prefix);
  return [columns.indexOf(tp), columns.indexOf(fp), columns.indexOf(fn)];
}

/** The sum of a column; 0 where there is none. */
function at(sums: Float64Array, place: number): number {
  return place < 0 ? 0 : sums[place]!;
}
