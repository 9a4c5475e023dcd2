import type { ModelResult } from '../../evals/scores/model-result.ts';
import { renderErrorKind } from '../render/error-kind.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import type { ReportContext } from '../report-context.ts';

const statuses = ['planned', 'answered', 'abstained', 'invalid', 'timedOut', 'failed'] as const;

/** Kinds of error named; a replayed file may bring as many as answers. */
const errorsShown = 10;

/** planned = answered + abstained + invalid + timed out + failed, with the causes, a row a model. */
export function renderStatusTable(
  context: ReportContext,
  models: readonly ModelResult[] = context.result.models,
): Html {
  const { words, language } = context;
  return renderTable({
    caption: words.status.caption,
    columns: [
      { head: words.models.model },
      ...statuses.map((status) => ({ head: words.status[status], numeric: true })),
      { head: words.operation.coverage },
      { head: words.status.errors },
    ],
    rows: models.map(({ model, counts, errors, coverage }) => [
      model.id,
      ...statuses.map((status) => formatCount(counts[status], language)),
      renderFigure(coverage, context, 'share', words.measures.coverage.none),
      html`<span class="quote">${
        errors.length === 0
          ? words.status.noErrors
          : errors
              .slice(0, errorsShown)
              .map(
                ({ kind, count }, at) =>
                  html`${at === 0 ? '' : ', '}${renderErrorKind(context, kind)}: ${formatCount(count, language)}`,
              )
      }${errors.length > errorsShown ? `, + ${formatCount(errors.length - errorsShown, language)}` : ''}</span>`,
    ]),
  });
}
