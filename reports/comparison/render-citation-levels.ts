import type { ModelResult } from '../../evals/scores/model-result.ts';
import { type Html, html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import type { ReportContext } from '../report-context.ts';

/** The two scopes and three levels of the citation figures, as they stand in the result. */
export const citationScopes = ['overall', 'givenMatch'] as const;
export const citationLevels = ['hierarchical', 'paragraph', 'exact'] as const;

/** One model's citations at every level and in both scopes. */
export function renderCitationLevels(context: ReportContext, { model, citations }: ModelResult): Html {
  const { words } = context;
  const { citationHf1, citationHPrecision, citationHRecall, defectPrecision, defectRecall } = words.measures;
  return html`${renderTable({
    caption: `${model.id}: ${words.citationLevels.table}`,
    columns: [
      { head: words.citationLevels.level },
      { head: 'F1' },
      { head: defectPrecision.name },
      { head: defectRecall.name },
    ],
    rows: citationScopes.flatMap((scope) =>
      citationLevels.map((level) => {
        const { f1, precision, recall } = citations[scope][level];
        return [
          html`${words.citationLevels.levels[level]} <small>${words.citationLevels.scopes[scope]}</small>`,
          renderFigure(f1, context, 'share', citationHf1.none),
          renderFigure(precision, context, 'share', citationHPrecision.none),
          renderFigure(recall, context, 'share', citationHRecall.none),
        ];
      }),
    ),
  })}
<p class="muted">${words.citationLevels.how}</p>`;
}
