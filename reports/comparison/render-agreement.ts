import type { People } from '../../evals/agreement/people-result.ts';
import { type Html, html } from '../render/html.ts';
import { figureText, intervalText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { codeName, type ReportContext } from '../report-context.ts';

/** Krippendorff's alpha in words; by code and Cohen's kappas behind a fold. */
export function renderAgreement(context: ReportContext, people: People): Html {
  const { words } = context;
  const said = words.people;
  const { alpha, meanF1 } = people;
  const interval = intervalText(alpha, context, 'mean', said.noAlpha);
  const meanInterval = intervalText(meanF1, context, 'share', said.noFigure);
  return html`<p>${alpha.value === null ? said.alphaUnmeasured(interval) : said.alpha(figureText(alpha, context, 'mean'), interval)}</p>
<p class="muted">${said.meanF1(figureText(meanF1, context), meanInterval)}</p>
<details class="more figures"><summary>${said.tables}</summary>
${renderTable({
  caption: said.alphaTable,
  columns: [{ head: words.errors.defect }, { head: said.columns.alpha }],
  rows: people.alphaByCode
    .toSorted((a, b) => (a.alpha.value ?? 2) - (b.alpha.value ?? 2))
    .map((entry) => [
      codeName(context, entry.code),
      renderFigure(entry.alpha, context, 'mean', said.noAlpha),
    ]),
  empty: said.noCodes,
})}
${renderTable({
  caption: said.kappaTable,
  columns: [{ head: said.columns.pair }, { head: said.columns.kappa }],
  rows: people.kappas.map(({ a, b, kappa }) => [
    html`<span class="quote">${said.pair(a, b)}</span>`,
    renderFigure(kappa, context, 'mean', said.noKappa),
  ]),
  empty: said.noKappas,
})}
</details>`;
}
