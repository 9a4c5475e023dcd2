import { casesToDetect, casesToReach, MAX_CASES_NEEDED } from '../../evals/statistics/cases-needed.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import { MIN_CASES } from '../../evals/statistics/interval.ts';
import type { PairComparison } from '../../evals/statistics/pair-comparison.ts';
import { type MeasureId, measureOf } from '../measures.ts';
import { formatCount, formatNumber } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { type ReportContext, subjectsOf } from '../report-context.ts';
import { differenceText, orientPairs } from './render-differences.ts';
import { sliceIds, sliceName } from './render-slices.ts';

/** What a difference or the reach of an interval is planned for, as a share: five points. */
const aim = 0.05;

/** Ratios that a choice hangs on. */
const planned = ['defectPrecision', 'defectRecall', 'criticalRecall', 'cleanFalseAlarmRate'] as const;

/** What these cases cannot decide, and how many more it takes. */
export function renderLimits(context: ReportContext): Html {
  const { words } = context;
  const said = words.limits;
  return html`<p>${said.lead}</p>
<ul>${sayPlain(context).map((sentence) => html`<li>${sentence}</li>`)}</ul>
${context.result.models.length < 2 ? '' : html`<h3>${said.pairs}</h3>${renderPairs(context)}`}
<h3>${said.figures}</h3>
${renderWide(context)}`;
}

/** What holds whatever the figures: made-up cases, these versions, no people, types and groups hardly there. */
function sayPlain(context: ReportContext): string[] {
  const { result, words } = context;
  const { plain, few } = words.limits;
  const names = fewNames(context);
  return [
    ...(result.dataset.synthetic ? [plain.synthetic] : []),
    plain.versions,
    plain.work,
    ...(result.people === null ? [plain.people] : []),
    ...(names.length === 0 ? [] : [few(names.join(', '))]),
  ];
}

/** Case types and groups with defects in fewer than five cases. The labels decide it: it is the same for every model. */
function fewNames(context: ReportContext): string[] {
  const { result } = context;
  return (['caseType', 'group'] as const).flatMap((kind) =>
    sliceIds(context, kind, result.models).flatMap((id) => {
      const cases = Math.max(
        ...result.models.map(
          ({ slices }) => slices[kind].find((slice) => slice.id === id)?.recall.cases ?? 0,
        ),
      );
      return (kind === 'group' && id === 'none') || cases >= MIN_CASES ? [] : [sliceName(context, kind, id)];
    }),
  );
}

/** Pairs that no test tells apart, in the order of the models. */
export function undecidedPairs({ result }: Pick<ReportContext, 'result'>): PairComparison[] {
  const order = result.models.map(({ model }) => model.id);
  return orientPairs(result.comparisons, order).filter(({ different }) => !different);
}

function renderPairs(context: ReportContext): Html {
  const { words, language } = context;
  const { columns, ...said } = words.limits;
  const pairs = undecidedPairs(context);
  if (pairs.length === 0) return html`<p>${said.allDifferent}</p>`;
  const points = formatNumber(aim * 100, language);
  return html`${renderTable({
    caption: said.pairsCaption,
    columns: [
      { head: columns.pair },
      { head: columns.measured, numeric: true },
      { head: columns.now, numeric: true },
      { head: columns.visible, numeric: true },
      { head: columns.forMeasured, numeric: true },
      { head: columns.forPoints(points), numeric: true },
    ],
    rows: pairs.map((pair) => [
      words.differences.pair(pair.a, pair.b),
      differenceText(context, pair),
      formatCount(pair.cases, language),
      pair.smallestDetectable === null
        ? said.unknown
        : words.figure.points(formatNumber(pair.smallestDetectable * 100, language, 0)),
      pair.difference === 0 ? said.none : neededText(context, pair.difference, pair),
      neededText(context, aim, pair),
    ]),
  })}
<p class="muted">${said.pairsHow}</p>`;
}

/** How many cases it takes to see a difference. */
function neededText(context: ReportContext, difference: number | null, pair: PairComparison): string {
  if (difference === null || pair.smallestDetectable === null) return context.words.limits.unknown;
  return countText(context, casesToDetect(pair, difference));
}

function countText({ words, language }: ReportContext, cases: number | null): string {
  return cases === null
    ? words.limits.over(formatCount(MAX_CASES_NEEDED, language))
    : formatCount(cases, language);
}

interface Wide {
  measure: MeasureId;
  name: string;
  figure: Figure;
}

/** Of each planned ratio the widest interval, where it reaches further than the aim; one without an interval is the widest. */
export function widestFigures(context: ReportContext): Wide[] {
  const reach = ({ value, interval }: Figure) =>
    interval === null ? Infinity : Math.max(value! - interval.low, interval.high - value!);
  return planned.flatMap((measure): Wide[] => {
    const all = subjectsOf(context)
      .map((model) => ({ measure, name: model.model.id, figure: measureOf(measure).read(model) }))
      .filter(({ figure }) => figure.value !== null);
    const widest = all.toSorted((a, b) => reach(b.figure) - reach(a.figure))[0];
    return widest === undefined || reach(widest.figure) <= aim ? [] : [widest];
  });
}

function renderWide(context: ReportContext): Html {
  const { words, language } = context;
  const said = words.limits;
  const points = formatNumber(aim * 100, language);
  const wide = widestFigures(context);
  if (wide.length === 0) return html`<p>${said.narrow(points)}</p>`;
  return html`${renderTable({
    caption: said.figuresTable(points),
    columns: [
      { head: said.figureColumns.figure },
      { head: said.figureColumns.model },
      { head: said.figureColumns.now },
      { head: said.figureColumns.cases, numeric: true },
      { head: said.figureColumns.needed, numeric: true },
    ],
    rows: wide.map(({ measure, name, figure }) => [
      words.measures[measure].name,
      name,
      renderFigure(figure, context, 'share', words.measures[measure].none),
      formatCount(figure.cases, language),
      figure.interval === null ? said.unknown : countText(context, casesToReach(figure, aim)),
    ]),
  })}
<p class="muted">${said.figuresHow(points)}</p>`;
}
