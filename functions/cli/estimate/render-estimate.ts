import Table from 'cli-table3';
import type { Language } from '../../../datasets/language.ts';
import type { Estimate, ModelEstimate } from '../../../evals/prices/estimate.ts';
import { priceTable } from '../../../evals/prices/price-table.ts';
import { formatCount, formatDkk, formatNumber } from '../../../reports/render/format-number.ts';
import { oneLine } from '../../../reports/render/one-line.ts';
import { type EstimateWords, estimateWords } from './estimate-words.ts';

interface Context {
  estimate: Estimate;
  language: Language;
  words: EstimateWords;
}

/** An estimate for a terminal: a row a model, and what each figure rests on. */
export function renderEstimate(estimate: Estimate, language: Language): string {
  const context: Context = { estimate, language, words: estimateWords[language] };
  const { words } = context;
  const called = estimate.models.filter((model) => model.called);
  const free = estimate.models.filter((model) => !model.called);
  const title = language === 'da' ? estimate.suite.titleDa : estimate.suite.titleEn;
  return [
    words.head(oneLine(title), count(context, estimate.cases), count(context, estimate.repeats)),
    renderTable(context),
    ...called.flatMap((model) => [
      '',
      `${oneLine(model.id)}:`,
      ...sayBasis(context, model).map((line) => `  ${line}`),
    ]),
    '',
    ...(free.length === 0 ? [] : [words.free(free.map(({ id }) => oneLine(id)).join(', '))]),
    ...sayShared(context, called),
    ...(called.some(({ ratesOf }) => ratesOf !== null)
      ? [language === 'da' ? priceTable.noteDa : priceTable.noteEn]
      : []),
    ...sayLimit(context),
  ].join('\n');
}

function renderTable(context: Context): string {
  const { words, estimate, language } = context;
  const table = new Table({
    head: [words.model, words.calls, words.input, words.output, words.cost, words.minutes],
    style: { head: [], border: [] },
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
  });
  for (const model of estimate.models) {
    const { id, version, calls, inputTokens, outputTokens, costDkk, minutes } = model;
    table.push([
      `${oneLine(id)}\n${oneLine(version)}`,
      count(context, calls),
      inputTokens === null ? words.unknown : count(context, inputTokens),
      count(context, outputTokens),
      money(context, costDkk),
      time(minutes, language),
    ]);
  }
  table.push([
    words.sum,
    count(context, estimate.calls),
    '',
    '',
    estimate.costDkk === null && knownDkk(estimate) > 0
      ? words.atLeast(formatDkk(knownDkk(estimate), language))
      : money(context, estimate.costDkk),
    time(estimate.minutes, language),
  ]);
  return table.toString();
}

/** What the figures of one model rest on; what is the same for several is said below. */
function sayBasis(context: Context, model: ModelEstimate): string[] {
  const { words, language } = context;
  const { inputFrom, outputFrom, cacheReadTokens, earlierRun, concurrency } = model;
  const seconds = formatNumber(model.latencyMs / 1000, language, 1);
  return [
    ...(earlierRun === null
      ? []
      : [words.earlier(count(context, earlierRun.calls), oneLine(earlierRun.runId))]),
    ...(inputFrom === 'text' ? [] : [words.inputFrom[inputFrom]]),
    ...(cacheReadTokens === 0 ? [] : [words.cached(count(context, cacheReadTokens))]),
    ...(outputFrom === 'checklist' ? [] : [words.outputFrom[outputFrom]]),
    sayPrice(context, model),
    words.latency[model.latencyFrom](seconds, count(context, concurrency)),
  ];
}

function sayShared(context: Context, called: readonly ModelEstimate[]): string[] {
  const { words, estimate } = context;
  const { countedCases, cases, casesWithFiles } = estimate;
  const text = called.some(({ inputFrom }) => inputFrom === 'text');
  return [
    ...(text ? [words.inputFrom.text(count(context, countedCases), count(context, cases))] : []),
    ...(text && casesWithFiles > 0 ? [words.files(count(context, casesWithFiles))] : []),
    ...(called.some(({ outputFrom }) => outputFrom === 'checklist') ? [words.outputFrom.checklist] : []),
    ...(called.length < 2 ? [] : [words.minutesNote]),
  ];
}

function sayPrice({ words }: Context, { hasPrice, costDkk, pricesOf, ratesOf }: ModelEstimate): string {
  if (!hasPrice || pricesOf === null) return words.noPrice;
  return costDkk === null ? words.unknownCost : words.prices(pricesOf, ratesOf);
}

function sayLimit(context: Context): string[] {
  const { estimate, words, language } = context;
  const { maxCostDkk, costDkk } = estimate;
  if (maxCostDkk === null) return [];
  const limit = formatNumber(maxCostDkk, language, 2);
  if (costDkk === null) {
    const known = knownDkk(estimate);
    if (known <= maxCostDkk) return [words.limit.unknown(limit)];
    return [words.limit.knownOver(limit, formatDkk(known, language))];
  }
  if (costDkk <= maxCostDkk) return [words.limit.within(limit)];
  return [words.limit.over(limit, formatNumber((maxCostDkk / costDkk) * 100, language, 0))];
}

/** Of the models whose cost is known. */
function knownDkk({ models }: Estimate): number {
  return models.reduce((sum, { costDkk }) => sum + (costDkk ?? 0), 0);
}

function money({ words, language }: Context, costDkk: number | null): string {
  return costDkk === null ? words.unknown : formatDkk(costDkk, language);
}

function count({ language }: Context, value: number): string {
  return formatCount(value, language);
}

function time(minutes: number, language: Language): string {
  return formatNumber(minutes, language, minutes < 10 ? 1 : 0);
}
