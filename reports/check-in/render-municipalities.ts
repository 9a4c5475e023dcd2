import { type CheckInMeasure, checkInMeasures } from '../../evals/check-in/change-parts.ts';
import type { CheckInDataset, MunicipalityView } from '../../evals/check-in/check-in.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import { type Html, html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { type CheckInContext, measureName, subjectIds } from './check-in-context.ts';
import { eachDataset } from './render-front.ts';

/** Each municipality's view. Nothing here ranks them: their cases differ. */
export function renderMunicipalities(context: CheckInContext): Promise<Html> {
  const { words, record } = context;
  const said = words.checkIn.municipalities;
  return eachDataset(context, (place) => {
    const dataset = record.datasets[place]!;
    return html`<p>${said.lead}</p>
<p>${said.hidden}</p>
${sayApart(context, dataset).map((sentence) => html`<p>${sentence}</p>`)}
${checkInMeasures.map((measure, at) => renderMeasure(context, dataset, measure, at))}`;
  });
}

function renderMeasure(
  context: CheckInContext,
  dataset: CheckInDataset,
  measure: CheckInMeasure,
  at: number,
): Html {
  const said = context.words.checkIn.municipalities;
  const models = subjectIds(dataset);
  return renderTable({
    caption: said.caption(measureName(context, measure)),
    columns: [{ head: said.municipality }, ...models.map((head) => ({ head, numeric: true }))],
    rows: dataset.municipalities.map((row) => {
      const { heldBack, models: figures } = row.measures[at]!;
      const cells = models.map((id) => {
        const found = figures.find((each) => each.id === id);
        if (heldBack !== null || found === undefined) {
          return html`<span class="fig"><small class="why">${said[heldBack ?? 'none']}</small></span>`;
        }
        return renderFigure(found.figure, context);
      });
      return [nameOf(context, row), ...cells];
    }),
  });
}

function nameOf({ words }: Pick<CheckInContext, 'words'>, { name }: MunicipalityView): string {
  return name ?? words.checkIn.municipalities.others;
}

/** Of each model and measure the two shown municipalities that lie furthest apart, where their intervals do not overlap. */
export function sayApart(
  context: Pick<CheckInContext, 'words' | 'language'>,
  dataset: CheckInDataset,
): string[] {
  return checkInMeasures.flatMap((measure, at) =>
    subjectIds(dataset).flatMap((id) => {
      const shown = dataset.municipalities.flatMap((row) => {
        const figure = row.measures[at]!.models.find((each) => each.id === id)?.figure;
        return figure?.interval === null || figure === undefined
          ? []
          : [{ name: nameOf(context, row), figure }];
      });
      if (shown.length < 2) return [];
      const low = shown.reduce((a, b) => (highOf(b.figure) < highOf(a.figure) ? b : a));
      const high = shown.reduce((a, b) => (lowOf(b.figure) > lowOf(a.figure) ? b : a));
      if (highOf(low.figure) >= lowOf(high.figure)) return [];
      const said = context.words.checkIn.municipalities;
      return [said.apart(id, measureName(context, measure), low.name, high.name)];
    }),
  );
}

function lowOf({ interval }: Figure): number {
  return interval!.low;
}

function highOf({ interval }: Figure): number {
  return interval!.high;
}
