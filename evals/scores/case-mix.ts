import { compareText } from '../statistics/compare-text.ts';
import { type Figure, MIN_CASES } from '../statistics/interval.ts';
import { computeF1Figure } from '../statistics/ratio-figure.ts';
import { RatioMoments } from '../statistics/ratio-moments.ts';
import { addToRow } from './add-to-row.ts';
import type { CaseScore, MatchCounts, RepeatScore } from './case-score.ts';
import { addConfusion, prepareWeightedF1 } from './f-statistics.ts';
import type { FigureSource } from './figure-source.ts';
import type { ModelResult } from './model-result.ts';

const prefix = 'type:';
const isTypeColumn = (column: string) => column.startsWith(prefix);

/** Adds the case's counts to the columns of its type: `type:<id>:answers` (cases times repeats), `:tp`, `:fp`, `:fn`. */
export function addCaseType(
  row: Map<string, number>,
  { caseType, repeats }: CaseScore,
  headlineOf: (repeat: RepeatScore) => MatchCounts,
): void {
  addToRow(row, `${prefix}${caseType}:answers`, repeats.length);
  for (const repeat of repeats) {
    const { truePositives: tp, falsePositives: fp, falseNegatives: fn } = headlineOf(repeat);
    addConfusion(row, `${prefix}${caseType}`, { tp, fp, fn });
  }
}

/** How far F1 hangs on which case types there are many of. */
export function buildCaseMix(figures: FigureSource): ModelResult['caseMix'] {
  const { table } = figures.gathered;
  const { columns, sums } = table.sums(isTypeColumn);
  const answers = new Map<string, number>();
  for (const [place, column] of columns.entries()) {
    const [type, count] = split(column);
    if (count === 'answers') answers.set(type, sums[place]!);
  }
  const types = [...answers.keys()].sort(compareText);
  const weighed = types.filter(
    (type) => table.count((column) => column === `${prefix}${type}:answers`) >= MIN_CASES,
  );
  return {
    weighed,
    equalF1: buildEqualF1(figures, new Map(weighed.map((type) => [type, 1 / answers.get(type)!]))),
    without: buildWithout(figures, types),
  };
}

/** F1 with each type's counts divided by its number of answers. */
function buildEqualF1(figures: FigureSource, weights: ReadonlyMap<string, number>): Figure {
  const reads = (column: string) =>
    isTypeColumn(column) && isConfusion(column) && weights.has(split(column)[0]);
  const items = figures.gathered.table.sums(reads).sums.reduce((sum, each) => sum + each, 0);
  const { equalF1 } = figures.bootstrap('caseMix', {
    reads,
    counts: { equalF1: reads },
    prepare: prepareWeightedF1((column) => weights.get(split(column)[0])!),
    items: { equalF1: items / figures.repeats },
  });
  return equalF1;
}

/** F1 over all cases but those of one type, for each type. */
function buildWithout({ gathered, repeats }: FigureSource, types: readonly string[]) {
  const { columns, rows } = gathered.table.rows((column) => isTypeColumn(column) && isConfusion(column));
  const places = columns.map((column) => {
    const [type, count] = split(column);
    return { type: types.indexOf(type), hit: count === 'tp' };
  });
  const moments = types.map(() => new RatioMoments());
  const hits = new Float64Array(types.length);
  const items = new Float64Array(types.length);
  for (const row of rows) {
    hits.fill(0);
    items.fill(0);
    for (const { at, value } of row) {
      const { type, hit } = places[at]!;
      items[type]! += value;
      if (hit) hits[type]! += value;
    }
    const [allHits, allItems] = [hits, items].map((each) => each.reduce((sum, value) => sum + value, 0));
    for (const [type, each] of moments.entries()) each.add(allHits! - hits[type]!, allItems! - items[type]!);
  }
  return types.map((id, type) => ({ id, f1: computeF1Figure(moments[type]!.dividedBy(repeats)) }));
}

/** Of a type's columns: those of hits, false findings and misses. */
function isConfusion(column: string): boolean {
  return !column.endsWith(':answers');
}

function split(column: string): [type: string, count: string] {
  const end = column.lastIndexOf(':');
  return [column.slice(prefix.length, end), column.slice(end + 1)];
}
