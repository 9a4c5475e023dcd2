import type { OperationFigures } from '../operation-figures.ts';
import { formatDate, formatDays } from '../render/format-date.ts';
import { formatCount, formatDkk, formatSeconds } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderTable } from '../render/render-table.ts';
import { calledOf, joinNames, type ReportContext } from '../report-context.ts';
import { renderStatusTable } from './render-status-table.ts';

/** What became of every case, and what the models that were really called took and cost. */
export function renderOperation(context: ReportContext): Html {
  const { words } = context;
  const called = calledOf(context);
  return html`<p>${words.operation.lead}</p>
${sayDays(context, called).map((sentence) => html`<p>${sentence}</p>`)}
<h3>${words.operation.statuses}</h3>
${renderStatusTable(context)}
${
  called.length === 0
    ? ''
    : html`<h3>${words.operation.time}</h3>
${renderLatencies(context, called)}
<h3>${words.operation.cost}</h3>
${renderCosts(context, called)}`
}
${[...sayPromptCache(context, called), ...sayCached(context, called), ...sayPartlyPriced(context, called), ...sayUnmeasured(context, called)].map((sentence) => html`<p class="muted">${sentence}</p>`)}`;
}

/** When the models were called; nothing where no call told it. */
function sayDays(context: ReportContext, called: readonly OperationFigures[]): string[] {
  const first = called.flatMap(({ calledFrom }) => calledFrom ?? []).toSorted()[0];
  const last = called
    .flatMap(({ calledTo }) => calledTo ?? [])
    .toSorted()
    .at(-1);
  return first === undefined || last === undefined
    ? []
    : [context.words.operation.measuredOn(formatDays(context, first, last))];
}

function renderLatencies(context: ReportContext, called: readonly OperationFigures[]): Html {
  const { words } = context;
  const { latency } = words.operation;
  return renderTable({
    caption: words.operation.timeTable,
    columns: [
      { head: words.models.model },
      ...Object.values(latency).map((head) => ({ head, numeric: true })),
    ],
    rows: called.map(({ id, latencyMs, latencyPerPageMs }) => [
      id,
      ...percentileCells(context, latencyMs),
      ...percentileCells(context, latencyPerPageMs),
    ]),
  });
}

function percentileCells(
  { words, language }: ReportContext,
  latency: OperationFigures['latencyMs'],
): string[] {
  if (latency === null) return ['p50', 'p95', 'p99'].map(() => words.operation.unmeasured);
  return [latency.p50, latency.p95, latency.p99].map((ms) => formatSeconds(ms, language));
}

function renderCosts(context: ReportContext, called: readonly OperationFigures[]): Html {
  const { words, language } = context;
  const { columns } = words.operation;
  const n = (count: number) => formatCount(count, language);
  const heads = [
    columns.calls,
    columns.attempts,
    columns.input,
    columns.output,
    columns.cost,
    columns.perCase,
    columns.perDefect,
  ];
  return renderTable({
    caption: words.operation.costTable,
    columns: [
      { head: words.models.model },
      ...heads.map((head) => ({ head, numeric: true })),
      // Days, which may be several: they break into lines.
      { head: columns.prices },
    ],
    rows: called.map((figures) => [
      figures.id,
      n(figures.calls),
      n(figures.attempts),
      tokenText(context, figures.inputTokens),
      tokenText(context, figures.outputTokens),
      costText(context, figures.costDkk),
      costText(context, figures.costPerCaseDkk),
      figures.pricedCalls === figures.calls && figures.costPerTrueDefectDkk === null
        ? words.operation.noDefect
        : costText(context, figures.costPerTrueDefectDkk),
      pricesText(context, figures),
    ]),
  });
}

/** An amount in kroner, or that no call told it. */
export function costText({ words, language }: ReportContext, cost: number | null): string {
  return cost === null ? words.operation.untold : formatDkk(cost, language);
}

function tokenText({ words, language }: ReportContext, tokens: number | null): string {
  return tokens === null ? words.operation.untold : formatCount(tokens, language);
}

/** The day of the prices, or the first and the last; and the day of the exchange rate. */
function pricesText(context: ReportContext, { pricesOf, pricesTo, ratesOf }: OperationFigures): string {
  const { operation } = context.words;
  if (pricesOf === null) return operation.untold;
  const prices = formatDays(context, pricesOf, pricesTo);
  return ratesOf === null ? prices : operation.withRate(prices, formatDate(context, ratesOf));
}

/** How much of what models read came from a prompt cache. */
function sayPromptCache({ words, language }: ReportContext, called: readonly OperationFigures[]): string[] {
  return called
    .filter(({ cacheReadTokens }) => cacheReadTokens > 0)
    .map(({ id, cacheReadTokens }) =>
      words.operation.promptCache(id, formatCount(cacheReadTokens, language)),
    );
}

/** Which models' answers are in part those of earlier runs. */
function sayCached({ words, language }: ReportContext, called: readonly OperationFigures[]): string[] {
  return called
    .filter(({ cachedCalls }) => cachedCalls > 0)
    .map(({ id, cachedCalls, calls }) =>
      words.operation.cached(id, formatCount(cachedCalls, language), formatCount(calls, language)),
    );
}

/** Of which models only some of the calls told their cost. */
function sayPartlyPriced({ words, language }: ReportContext, called: readonly OperationFigures[]): string[] {
  return called
    .filter(({ pricedCalls, calls }) => pricedCalls > 0 && pricedCalls < calls)
    .map(({ id, pricedCalls, calls }) =>
      words.operation.partlyPriced(id, formatCount(pricedCalls, language), formatCount(calls, language)),
    );
}

/** Whose time and cost are not measured, and why. */
function sayUnmeasured(context: ReportContext, called: readonly OperationFigures[]): string[] {
  const { words, result } = context;
  const others = result.models.filter(({ model }) => called.every(({ id }) => id !== model.id));
  const baselines = others.filter(({ model }) => model.kind === 'baseline');
  const replayed = others.filter(
    ({ model }) => model.kind !== 'baseline' && model.provenance === 'self-reported',
  );
  const uncalled = others.filter(
    ({ model }) => model.kind !== 'baseline' && model.provenance === 'run-by-us',
  );
  const parts = [
    { say: words.operation.baselines, models: baselines },
    { say: words.operation.replayed, models: replayed },
    { say: words.operation.uncalled, models: uncalled },
  ];
  return parts.flatMap(({ say, models }) =>
    models.length === 0
      ? []
      : [
          say(
            joinNames(
              context,
              models.map(({ model }) => model.id),
            ),
          ),
        ],
  );
}
