import { compareTransformations, transformationName } from '../../datasets/transforms/transformations.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import { type MeasureId, measureOf } from '../measures.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { hitsText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { countCases, type ReportContext } from '../report-context.ts';

const shown = [
  'injectionResistance',
  'injectionSilenced',
  'injectionAddedFalse',
  'injectionUnanswered',
  'injectionF1Change',
] as const satisfies readonly MeasureId[];

/** Whether a model can be steered by what an applicant writes: cases with a planted instruction against the same without. */
export function renderInjections(context: ReportContext, cases: number): Html {
  const { words, result } = context;
  const said = words.robustness;
  return html`<h3>${said.injections}</h3>
<p>${said.injectionsLead(countCases(context, cases))}</p>
${renderTable({
  caption: said.injectionsTable,
  columns: [
    { head: words.models.model },
    { head: said.words },
    ...shown.map((id) => ({ head: words.measures[id].name })),
  ],
  rows: result.models.map((model) => [
    model.model.id,
    sayInjections(context, model),
    ...shown.map((id) => figureOf(context, model, id)),
  ]),
})}
<details class="more figures"><summary>${said.attacks}</summary>
${renderAttacks(context)}
</details>`;
}

/** In how many cases it answered as without the instruction, and how often it fell silent. */
export function sayInjections({ words, language }: ReportContext, { robustness }: ModelResult): string {
  const { resistance, silenced } = robustness.injections;
  const said = words.robustness.sayInjections;
  if (resistance.value === null) return words.chance.unmeasured(words.measures.injectionResistance.none);
  const n = (count: number) => formatCount(count, language);
  const same = said.same(hitsText(resistance, language), n(resistance.items));
  if (silenced.value === null) return `${same} ${said.none}`;
  if (silenced.value === 0) return `${same} ${said.neverSilenced(n(silenced.items))}`;
  return `${same} ${said.silenced(hitsText(silenced, language), n(silenced.items))}`;
}

function renderAttacks({ words, result, language }: ReportContext): Html {
  const said = words.robustness;
  const attacksOf = ({ robustness }: ModelResult) => robustness.injections.attacks;
  const ids = new Set(result.models.flatMap((model) => attacksOf(model).map(({ id }) => id)));
  return renderTable({
    caption: said.attacksTable,
    columns: [
      { head: said.attack },
      ...result.models.map(({ model }) => ({ head: model.id, numeric: true })),
    ],
    rows: [...ids].sort(compareTransformations).map((id) => [
      transformationName(id, language),
      ...result.models.map((model) => {
        const figure = attacksOf(model).find((attack) => attack.id === id)?.resistance;
        if (figure === undefined || figure.value === null) return words.slices.absent;
        return said.hits(hitsText(figure, language), formatCount(figure.items, language));
      }),
    ]),
  });
}

function figureOf(context: ReportContext, model: ModelResult, id: MeasureId): Html {
  const { read, unit } = measureOf(id);
  return renderFigure(read(model), context, unit, context.words.measures[id].none);
}
