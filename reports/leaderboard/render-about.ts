import type { Board } from '../../evals/publishing/board.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { countCases } from '../report-context.ts';
import { boardTitle, dayText, href, type SiteContext, splitName } from './site-context.ts';

/** `testdel, 297 sager, 6 modeller. Senest opdateret …` */
export function sayBoard(context: SiteContext, { dataset, entries, updated }: Board): string {
  const { words, language } = context;
  const said = words.leaderboard;
  return said.boardFacts(
    splitName(context, dataset.split),
    countCases(context, dataset.cases),
    said.modelCount(formatCount(entries.length, language), entries.length),
    dayText(context, updated),
  );
}

/** What must be read before the ranks: that cases are made up, and that labels are public. */
export function renderNotices({ words, language }: SiteContext, { dataset }: Board): Html {
  const said = words.leaderboard;
  const open = dataset.split !== 'sealed';
  return html`<div class="notice"><strong>${dataset.synthetic ? said.synthetic : words.page.realTitle}</strong>
<p>${language === 'da' ? dataset.noticeDa : dataset.noticeEn}</p>${open ? html`<p>${said.publicLabels}</p>` : ''}</div>`;
}

/** What results must share to stand here. */
export function renderAbout(context: SiteContext, from: string, board: Board): Html {
  const { words, paths } = context;
  const said = words.leaderboard;
  const { comparability, dataset, about } = board;
  const { protocol } = comparability;
  const shown = Object.entries(words.measured.shownParts)
    .filter(([part]) => protocol.shown[part as keyof typeof protocol.shown])
    .map(([, name]) => name)
    .join(', ');
  return html`<dl class="facts">
<dt>${said.dataset}</dt><dd><a href="${href(from, paths.dataset(dataset))}">${boardTitle(context, board)}</a></dd>
<dt>${said.data.split}</dt><dd>${splitName(context, dataset.split)}, ${countCases(context, dataset.cases)}</dd>
<dt>${said.labels}</dt><dd>${about.labelVersion}</dd>
<dt>${said.policy}</dt><dd>${words.policies.names[comparability.policy]}</dd>
<dt>${words.measured.repeats}</dt><dd>${words.measured.repeatCount(protocol.repeats)}</dd>
<dt>${words.measured.shown}</dt><dd>${shown}</dd>
<dt>${said.scorer}</dt><dd>${comparability.scorer}</dd>
<dt>${said.key}</dt><dd><code>${board.comparabilityKey}</code></dd>
</dl>
<p>${said.notMixed}</p>`;
}
