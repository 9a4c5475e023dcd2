import type { ModelResult, Slice } from '../../evals/scores/model-result.ts';
import { INTERVAL_LEVEL } from '../../evals/statistics/interval.ts';
import { formatCount, formatNumber } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { figureText, intervalText } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { type ReportContext, subjectsOf } from '../report-context.ts';
import { sliceName } from './render-slices.ts';

type Kind = 'group' | 'caseType';

interface Cell {
  kind: Kind;
  slice: Slice;
}

export interface Strengths {
  strong: Cell[];
  weak: Cell[];
  /** Cells with an interval, which could have been named. */
  looked: number;
}

/** Where each model is clearly above or below its own level, and what it trades for what. */
export function renderStrengths(context: ReportContext): Html {
  const { words, language } = context;
  const said = words.strengths;
  const models = subjectsOf(context).map((model) => ({ model, found: findStrengths(model) }));
  const looked = models.reduce((sum, { found }) => sum + found.looked, 0);
  const expected = formatNumber(looked * (1 - INTERVAL_LEVEL), language, 0);
  return html`<p>${said.lead}</p>
${renderTable({
  caption: said.table,
  columns: [{ head: words.models.model }, { head: said.strong }, { head: said.weak }, { head: said.leaning }],
  rows: models.map(({ model, found }) => [
    model.model.id,
    renderCells(context, found.strong),
    renderCells(context, found.weak),
    said[leaningOf(model)],
  ]),
})}
<p>${said.chance(formatCount(looked, language), expected)}</p>`;
}

/**
 * The groups and case types whose F1 interval lies wholly above or below the model's own level: its macro F1 for groups,
 * its F1 for case types. Most distant first.
 */
export function findStrengths({ defects, slices }: ModelResult): Strengths {
  const cells: { cell: Cell; level: number }[] = [];
  for (const [kind, level] of [
    ['group', defects.macroF1.value],
    ['caseType', defects.f1.value],
  ] as const) {
    if (level === null) continue;
    for (const slice of slices[kind]) {
      const unnamed = kind === 'group' && slice.id === 'none';
      if (!unnamed && slice.f1.interval !== null) cells.push({ cell: { kind, slice }, level });
    }
  }
  const distance = ({ cell, level }: { cell: Cell; level: number }) => cell.slice.f1.value! - level;
  const order = cells.toSorted((a, b) => distance(b) - distance(a));
  return {
    strong: order.filter(({ cell, level }) => cell.slice.f1.interval!.low > level).map(({ cell }) => cell),
    weak: order
      .filter(({ cell, level }) => cell.slice.f1.interval!.high < level)
      .map(({ cell }) => cell)
      .toReversed(),
    looked: cells.length,
  };
}

/** Whether the intervals of precision and recall lie apart, and which is the higher. */
export function leaningOf({ defects }: ModelResult): 'careful' | 'eager' | 'even' | 'noLeaning' {
  const [precision, recall] = [defects.precision.interval, defects.recall.interval];
  if (precision === null || recall === null) return 'noLeaning';
  if (precision.low > recall.high) return 'careful';
  return recall.low > precision.high ? 'eager' : 'even';
}

function renderCells(context: ReportContext, cells: readonly Cell[]): Html | string {
  const { words, language } = context;
  if (cells.length === 0) return words.strengths.none;
  return html`<ul class="plain">${cells.map(({ kind, slice }) => {
    const n = words.figure.n(formatCount(slice.f1.cases, language));
    return html`<li>${sliceName(context, kind, slice.id)} <small>${figureText(slice.f1, context)} (${intervalText(slice.f1, context)}; ${n})</small></li>`;
  })}</ul>`;
}
