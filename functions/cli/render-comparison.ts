import Table from 'cli-table3';
import type { Language } from '../../datasets/language.ts';
import type { Comparison } from '../../evals/comparison.ts';
import type { BoardMeasureId } from '../../evals/scores/board-measure.ts';
import type { PairComparison } from '../../evals/statistics/pair-comparison.ts';
import {
  differenceRange,
  differenceText,
  orientPairs,
  pText,
  sayDifference,
} from '../../reports/comparison/render-differences.ts';
import type { MeasureId } from '../../reports/measures.ts';
import { formatCount, formatNumber } from '../../reports/render/format-number.ts';
import { oneLine } from '../../reports/render/one-line.ts';
import { figureText, intervalText } from '../../reports/render/render-figure.ts';
import { countCases, type ReportContext } from '../../reports/report-context.ts';
import { wordingOf } from '../../reports/wording/wording-of.ts';

type Context = Pick<ReportContext, 'words' | 'language'>;

const measureIds: Record<BoardMeasureId, MeasureId> = {
  f1: 'defectF1',
  precision: 'defectPrecision',
  recall: 'defectRecall',
  'critical-recall': 'criticalRecall',
  'false-alarm': 'cleanFalseAlarmRate',
};

const texts = {
  da: {
    runs: (runs: string) => `Kørsler: ${runs}.`,
    key: (key: string) => `Intervaller på 95 %. Kontrolnøgle ${key}.`,
    shared: (id: string, runs: string) =>
      `${id} står i ${runs} med samme version og samme resultat i hver sag: regnet som én model.`,
    variants: (id: string, ids: string) =>
      `${id} er ikke den samme i alle kørsler (anden version eller andre resultater): ${ids} regnes som hver sin model.`,
    pair: (difference: string, interval: string, p: string) =>
      `Forskel ${difference} point (95 %-interval ${interval}), p (Holm): ${p}.`,
    rule: (pairs: number) =>
      `Ordene følger testen: bedre kun, hvor p (Holm) er højst 0,05; intervallet viser, hvor stor forskellen kan være. ${pairs === 1 ? 'Der er ét par' : `p er korrigeret for alle ${pairs} par`}.`,
  },
  en: {
    runs: (runs: string) => `Runs: ${runs}.`,
    key: (key: string) => `95% intervals. Comparability key ${key}.`,
    shared: (id: string, runs: string) =>
      `${id} stands in ${runs} with the same version and the same result in every case: counted as one model.`,
    variants: (id: string, ids: string) =>
      `${id} is not the same in all runs (another version or other results): ${ids} count as different models.`,
    pair: (difference: string, interval: string, p: string) =>
      `Difference ${difference} points (95% interval ${interval}), p (Holm): ${p}.`,
    rule: (pairs: number) =>
      `The words follow the test: better only where p (Holm) is at most 0.05; the interval shows how large the difference may be. ${pairs === 1 ? 'There is one pair' : `p is adjusted for all ${pairs} pairs`}.`,
  },
} as const;

/** A board for a terminal: the models, best first, what became of their cases, and every pair in words. */
export function renderComparison(comparison: Comparison, language: Language): string {
  const context: Context = { words: wordingOf(language), language };
  return [
    ...renderHead(comparison, context),
    renderModels(comparison, context),
    ...comparison.models.map((model) => renderCounts(model, context)),
    '',
    ...renderPairs(comparison, context),
  ].join('\n');
}

function renderHead(comparison: Comparison, { words, language }: Context): string[] {
  const { dataset, runs, models, comparabilityKey, higherIsBetter } = comparison;
  const text = texts[language];
  const title = language === 'da' ? dataset.titleDa : dataset.titleEn;
  const cases = words.measured.caseCount(
    words.caseCount(formatCount(dataset.cases, language), dataset.cases),
    formatCount(dataset.completeCases, language),
    formatCount(dataset.deficientCases, language),
  );
  const measure = words.measures[measureIds[comparison.measure]];
  const shared = models.filter((model) => model.runs.length > 1);
  const variants = Map.groupBy(
    models.filter(({ id, model }) => id !== model.id),
    ({ model }) => model.id,
  );
  return [
    `${oneLine(title)} ${oneLine(dataset.version)}, ${oneLine(words.measured.splits[dataset.split] ?? dataset.split)}: ${cases}.${dataset.synthetic ? ` ${words.measured.synthetic}.` : ''}`,
    text.runs(runs.map(({ name }) => oneLine(name)).join(', ')),
    `${measure.name}, ${higherIsBetter ? words.models.higher : words.models.lower}. ${measure.means}`,
    text.key(comparabilityKey.slice(0, 12)),
    ...shared.map(({ id, runs: names }) => text.shared(oneLine(id), joinTexts(names, words.and))),
    ...[...variants].map(([id, group]) =>
      text.variants(
        oneLine(id),
        joinTexts(
          group.map((each) => each.id),
          words.and,
        ),
      ),
    ),
  ];
}

function renderModels(comparison: Comparison, context: Context): string {
  const { words, language } = context;
  const measure = words.measures[measureIds[comparison.measure]];
  const table = new Table({
    head: [
      words.models.place,
      words.models.model,
      measure.name,
      words.figure.interval,
      words.figure.cases,
      words.figure.items,
    ],
    style: { head: [], border: [] },
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right'],
  });
  for (const { id, low, high } of comparison.ranks) {
    const { model, figure } = modelOf(comparison, id);
    table.push([
      low === null || high === null ? words.models.unplaced : words.models.rank(low, high),
      `${oneLine(id)}\n${oneLine(words.models.version(model.version))}\n${words.models.kinds[model.kind]}, ${words.models.provenance[model.provenance]}`,
      figureText(figure, context),
      intervalText(figure, context, 'share', measure.none),
      formatCount(figure.cases, language),
      formatCount(figure.items, language),
    ]);
  }
  return table.toString();
}

function renderCounts({ id, counts }: Comparison['models'][number], { words, language }: Context): string {
  const { planned, answered, abstained, invalid, timedOut, failed } = counts;
  const [p, a, b, i, t, f] = [planned, answered, abstained, invalid, timedOut, failed].map((count) =>
    formatCount(count, language),
  );
  return `${oneLine(id)}: ${words.status.sum(p!, a!, b!, i!, t!, f!)}`;
}

function renderPairs(comparison: Comparison, context: Context): string[] {
  const { words, language } = context;
  const { pairs, ranks } = comparison;
  if (pairs.length === 0) return [words.differences.single];
  const oriented = orientPairs(
    pairs,
    ranks.map(({ id }) => id),
  );
  return [...oriented.map((pair) => sayPair(pair, comparison, context)), texts[language].rule(pairs.length)];
}

function sayPair(pair: PairComparison, { higherIsBetter }: Comparison, context: Context): string {
  const { words, language } = context;
  const { difference, pHolm } = pair;
  const clean = { ...pair, a: oneLine(pair.a), b: oneLine(pair.b) };
  // The words call the higher one better.
  const turned = higherIsBetter || difference === null ? clean : { ...clean, difference: 0 - difference };
  const said = `${words.differences.pair(clean.a, clean.b)}: ${sayDifference(context, turned)}`;
  if (difference === null || pHolm === null) return said;
  return `${said}${saySeen(pair, context)} ${texts[language].pair(differenceText(context, pair), differenceRange(context, pair), pText(context, pHolm))}`;
}

/** What could be seen at all: of pairs that cannot be told apart the words above say it. */
function saySeen({ different, smallestDetectable, cases }: PairComparison, context: Context): string {
  if (!different || smallestDetectable === null) return '';
  const { words, language } = context;
  return ` ${words.differences.detectable(countCases(context, cases), formatNumber(smallestDetectable * 100, language, 0))}`;
}

function modelOf(comparison: Comparison, id: string): Comparison['models'][number] {
  const found = comparison.models.find((model) => model.id === id);
  if (found === undefined) throw new RangeError(`Cannot find model "${id}": it has a rank but no figure`);
  return found;
}

function joinTexts(list: readonly string[], and: string): string {
  const clean = list.map((text) => oneLine(text));
  return clean.length < 2 ? clean.join('') : `${clean.slice(0, -1).join(', ')} ${and} ${clean.at(-1)}`;
}
