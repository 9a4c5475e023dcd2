import type { ModelResult } from '../../evals/scores/model-result.ts';
import { isCalled } from '../operation-figures.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderTable } from '../render/render-table.ts';
import { countCases, joinNames, type ReportContext } from '../report-context.ts';

/** Who received the cases: the recipients of models that were called, and that nothing was sent for the others. */
export function renderRecipients(context: ReportContext): Html {
  const { words, result } = context;
  const said = words.recipients;
  const called = result.models.filter(({ model }) => isCalled(model));
  const others = [
    { say: said.baselines, of: result.models.filter(({ model }) => model.kind === 'baseline') },
    {
      say: said.replayed,
      of: result.models.filter(({ model }) => model.kind !== 'baseline' && !isCalled(model)),
    },
  ];
  return html`${called.length === 0 ? html`<p>${said.noneCalled}</p>` : renderCalled(context, called)}
${others
  .filter(({ of }) => of.length > 0)
  .map(({ say, of }) => {
    const names = of.map(({ model }) => model.id);
    return html`<p>${say(joinNames(context, names))}</p>`;
  })}`;
}

function renderCalled(context: ReportContext, called: readonly ModelResult[]): Html {
  const { words, result, language } = context;
  const said = words.recipients;
  const { repeats, shown } = result.comparability.protocol;
  const parts = Object.entries(words.measured.shownParts)
    .filter(([part]) => shown[part as keyof typeof shown])
    .map(([, name]) => name);
  return html`<p>${[said.lead, said.parts(joinNames(context, parts)), repeats > 1 ? said.times(formatCount(repeats, language)) : ''].join(' ')}</p>
${renderTable({
  caption: said.table,
  columns: [
    { head: words.models.model },
    { head: said.sent },
    { head: said.recipient },
    { head: said.region },
    { head: said.agreement },
  ],
  rows: called.map(({ model }) => [model.id, sentText(context), ...transferCells(context, model)]),
})}`;
}

function sentText(context: ReportContext): string {
  const { dataset } = context.result;
  const cases = countCases(context, dataset.cases);
  return dataset.synthetic ? context.words.recipients.synthetic(cases, dataset.cases) : cases;
}

/** Recipient, region and agreement as the suite states them. */
function transferCells({ words, result }: ReportContext, { transfer }: ModelResult['model']) {
  if (transfer === undefined) {
    const { untold, untoldSynthetic } = words.recipients;
    const text = result.dataset.synthetic ? untoldSynthetic : untold;
    return [text, text, text];
  }
  return [transfer.recipient, transfer.region, transfer.agreement].map(
    (text) => html`<span class="quote">${text}</span>`,
  );
}
