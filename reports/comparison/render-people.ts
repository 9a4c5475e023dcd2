import type { ConsensusFigures, People } from '../../evals/agreement/people-result.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import { renderIntervalChart, shareAxis } from '../charts/render-interval-chart.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, type HtmlValue, html } from '../render/html.ts';
import { intervalRow, intervalText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { countCases, type ReportContext } from '../report-context.ts';
import { renderAgreement } from './render-agreement.ts';
import { sayPeople } from './say-people.ts';

/** How far caseworkers agree, and how they and the models stand against the consensus of the others. */
export async function renderPeople(context: ReportContext): Promise<Html> {
  const { words, language, result } = context;
  const people = result.people;
  if (people === null || people.annotations === 0) return html`<p>${words.people.none}</p>`;
  if (people.pairedCases === 0) return html`<p>${words.people.unpaired}</p>`;
  const lead = words.people.lead(
    countCases(context, people.pairedCases),
    formatCount(people.annotations, language),
  );
  return html`<p>${lead}</p>
<p>${words.people.how}</p>
${sayPeople(context, people).map((sentence) => html`<p>${sentence}</p>`)}
<div class="charts">${await renderConsensusChart(context, people)}</div>
${renderConsensusTable(context, people)}
<h3>${words.people.agreement}</h3>
${renderAgreement(context, people)}`;
}

interface Scored {
  name: string;
  kind: string;
  figures: ConsensusFigures;
}

/** The average caseworker, every caseworker, then the models in the order of the report. */
function scoredOf({ words, result }: ReportContext, people: People): Scored[] {
  const models = result.models.flatMap(({ model }: ModelResult): Scored[] => {
    const figures = people.models.find(({ id }) => id === model.id);
    return figures === undefined ? [] : [{ name: model.id, kind: words.models.kinds[model.kind], figures }];
  });
  return [
    { name: words.people.average, kind: '', figures: people.human },
    ...people.annotators.map((figures) => ({
      name: figures.annotatorId,
      kind: words.people.caseworker,
      figures,
    })),
    ...models,
  ];
}

function renderConsensusChart(context: ReportContext, people: People): Promise<Html> {
  const { words, language } = context;
  const scored = scoredOf(context, people);
  return renderIntervalChart({
    id: 'figur-mennesker',
    title: words.people.chart,
    note: words.people.chartNote,
    rows: scored.map(({ name, figures }) => intervalRow(name, figures.f1, context)),
    intervals: scored.map(({ figures }) => intervalText(figures.f1, context, 'share', words.people.noFigure)),
    axis: shareAxis(language),
  });
}

function renderConsensusTable(context: ReportContext, people: People): Html {
  const { words } = context;
  const measured = [
    ['f1', 'defectF1'],
    ['precision', 'defectPrecision'],
    ['recall', 'defectRecall'],
    ['citationHf1', 'citationHf1'],
    ['cleanFalseAlarmRate', 'cleanFalseAlarmRate'],
  ] as const;
  const cell = (figure: Figure): HtmlValue => renderFigure(figure, context, 'share', words.people.noFigure);
  return renderTable({
    caption: words.people.scores,
    columns: [
      { head: words.people.who },
      ...measured.map(([, measure]) => ({ head: words.measures[measure].name })),
    ],
    rows: scoredOf(context, people).map(({ name, kind, figures }) => [
      html`<span class="quote">${name}</span>${kind === '' ? '' : html` <small>${kind}</small>`}`,
      ...measured.map(([key]) => cell(figures[key])),
    ]),
  });
}
