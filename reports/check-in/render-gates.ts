import { type MeasureId, measureOf } from '../measures.ts';
import { type Html, html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import type { CheckInContext } from './check-in-context.ts';
import { eachDataset } from './render-front.ts';
import { sayGate } from './say-gate.ts';

export function renderGates(context: CheckInContext): Promise<Html> {
  const { words, record } = context;
  const said = words.checkIn.gates;
  return eachDataset(context, (place) => {
    const { gates } = record.datasets[place]!;
    if (gates.length === 0) return html`<p>${said.none}</p>`;
    return renderTable({
      caption: said.caption,
      columns: [
        { head: said.gate },
        { head: said.model },
        { head: said.figure, numeric: true },
        { head: said.verdict },
      ],
      rows: gates.flatMap(({ gate, models }) =>
        models.map(({ id, figure, verdict }) => [
          sayGate(context, gate),
          id,
          renderFigure(figure, context, measureOf(gate.measure as MeasureId).unit),
          html`<strong>${said.verdicts[verdict]}</strong>`,
        ]),
      ),
    });
  });
}
