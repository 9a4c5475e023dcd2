import type { RuleNeed, RuleNeeds } from '../../evals/check-in/rule-needs.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderTable } from '../render/render-table.ts';
import { type CheckInContext, sayCases } from './check-in-context.ts';
import { renderCaseLinks } from './render-agenda.ts';
import { eachDataset } from './render-front.ts';

const kinds = ['missed', 'wronglyCited', 'disputed', 'unknown'] as const satisfies (keyof RuleNeeds)[];

/** What a common model of the rules lacks: provisions with the cases behind them. */
export async function renderRules(context: CheckInContext): Promise<Html> {
  const { words, record } = context;
  const said = words.checkIn.rules;
  const body = await eachDataset(context, (place) => {
    const { rules } = record.datasets[place]!;
    return html`${kinds.map((kind) => renderKind(context, place, kind, rules[kind]))}`;
  });
  return html`<p>${said.lead} ${said.local}</p>${body}`;
}

function renderKind(
  context: CheckInContext,
  place: number,
  kind: (typeof kinds)[number],
  needs: readonly RuleNeed[],
): Html {
  const said = context.words.checkIn.rules;
  return renderTable({
    caption: said.titles[kind],
    columns: [{ head: said.provision }, { head: said.times, numeric: true }, { head: said.cases }],
    empty: `${said.titles[kind]}: ${said.none[kind]}`,
    rows: needs.map((need) => [
      html`<span class="quote">${context.language === 'da' ? need.displayDa : need.displayEn}</span>`,
      kind === 'disputed' ? sayCases(context, need.count) : countText(context, need),
      html`${renderCaseLinks(context, place, need.caseIds)}${need.cases > need.caseIds.length ? said.more(sayCases(context, need.cases)) : ''}`,
    ]),
  });
}

function countText({ words, language }: CheckInContext, { count, of }: RuleNeed): string {
  const said = words.checkIn.rules;
  if (of === null) return said.alone(formatCount(count, language), count);
  return said.of(formatCount(count, language), formatCount(of, language));
}
