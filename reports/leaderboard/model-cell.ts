import type { Board, StatedResult } from '../../evals/publishing/board.ts';
import { formatDkk } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { dayText, href, rankText, type SiteContext } from './site-context.ts';

/** A model's rank, name and what it is; the script of the filters reads its kind and provenance here. */
export function renderModelCell(
  context: SiteContext,
  from: string,
  { model, rank }: Pick<Board['entries'][number], 'model'> & { rank?: Board['entries'][number]['rank'] },
): Html {
  const place = rank === undefined ? '' : html`<span class="place">${rankText(context, rank)}</span> `;
  return html`<span data-kind="${model.kind}" data-provenance="${model.provenance}">${place}<a href="${href(from, context.paths.model(model.id))}">${model.id}</a></span> <small>${sayModel(context, model)}</small>`;
}

/** `Eksempel A/S, leverandør, kørt af os`. */
export function sayModel({ words }: SiteContext, model: StatedResult['model']): string {
  const { filter, table } = words.leaderboard;
  const { kind, provenance, vendor } = model;
  if (kind === 'baseline') {
    return provenance === 'run-by-us'
      ? table.baseline
      : `${table.baseline}, ${filter.provenances[provenance]}`;
  }
  return [...(vendor === undefined ? [] : [vendor]), filter.kinds[kind], filter.provenances[provenance]].join(
    ', ',
  );
}

/** What a case costs and when that was the price; or why that is not told. */
export function renderCost(context: SiteContext, { cost, model }: StatedResult): Html {
  const { table } = context.words.leaderboard;
  if (cost === null) return html`${model.kind === 'baseline' ? table.own : table.notMeasured}`;
  if (cost.perCaseDkk === null) return html`${context.words.operation.untold}`;
  const of =
    cost.pricesOf === null ? '' : html` <small>${table.pricesOf(dayText(context, cost.pricesOf))}</small>`;
  return html`<span class="fig"><b>${formatDkk(cost.perCaseDkk, context.language)}</b>${of}</span>`;
}
