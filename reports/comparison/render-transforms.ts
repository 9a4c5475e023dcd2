import { compareTransformations, transformationName } from '../../datasets/transforms/transformations.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import { type Html, html } from '../render/html.ts';
import { figureText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { countCases, type ReportContext } from '../report-context.ts';

type Transformed = ModelResult['robustness']['transforms'][number];

/** Each change by itself, a column a model; nothing where only one kind was tried and has no name. */
export function renderTransforms(context: ReportContext): Html | string {
  const { words, result, language } = context;
  const said = words.robustness;
  const ids = new Set(result.models.flatMap(({ robustness }) => robustness.transforms.map(({ id }) => id)));
  const sorted = [...ids].sort((a, b) => compareTransformations(a ?? '~', b ?? '~'));
  if (sorted.every((id) => id === null)) return '';
  const of = (model: ModelResult, id: string | null) =>
    model.robustness.transforms.find((transform) => transform.id === id);
  return html`<h4>${said.byTransform}</h4>
${renderTable({
  caption: said.byTransformTable,
  dense: result.models.length > 4,
  columns: [{ head: said.transform }, ...result.models.map(({ model }) => ({ head: model.id }))],
  rows: sorted.map((id) => {
    const entries = result.models.map((model) => of(model, id));
    const cases = Math.max(0, ...entries.map((entry) => entry?.cases ?? 0));
    return [
      html`${id === null ? said.unnamed : transformationName(id, language)} <small>${countCases(context, cases)}</small>`,
      ...entries.map((entry) => (entry === undefined ? countCases(context, 0) : renderCell(context, entry))),
    ];
  }),
})}`;
}

function renderCell(context: ReportContext, { sameCodes, f1Change }: Transformed): Html {
  const { words } = context;
  const figure = renderFigure(sameCodes, context, 'share', words.measures.sameCodes.none);
  const change = words.robustness.f1(figureText(f1Change, context, 'difference'));
  return html`<span>${figure} <small>${change}</small></span>`;
}
