import type { ModelResult } from '../../evals/scores/model-result.ts';
import { anchor } from '../render/anchor.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderTable } from '../render/render-table.ts';
import { caseHref } from '../render/report-files.ts';
import { codeName, type ReportContext } from '../report-context.ts';

const codesShown = 10;
const casesShown = 6;

/** What one model misses most often, with links to its answers in those cases. */
export function renderMisses(context: ReportContext, { model, misses }: ModelResult): Html {
  const { words, language } = context;
  const missed = misses.filter((miss) => miss.missed > 0);
  return html`${renderTable({
    caption: words.errors.missTable(model.id),
    columns: [
      { head: words.errors.defect },
      { head: words.errors.missed, numeric: true },
      { head: words.errors.cases },
    ],
    rows: missed
      .slice(0, codesShown)
      .map((miss) => [
        codeName(context, miss.code),
        words.errors.missedOf(formatCount(miss.missed, language), formatCount(miss.of, language)),
        renderCaseLinks(context, miss, model.id),
      ]),
    empty: words.errors.noMisses,
  })}${renderRest(context, missed.length)}`;
}

/** What one model reports without cause most often, with links to its answers in those cases. */
export function renderFalseAlarms(context: ReportContext, { model, falseAlarms }: ModelResult): Html {
  const { words, language } = context;
  return html`${renderTable({
    caption: words.errors.falseTable(model.id),
    columns: [
      { head: words.errors.defect },
      { head: words.errors.findings, numeric: true },
      { head: words.errors.cases },
    ],
    rows: falseAlarms
      .slice(0, codesShown)
      .map((alarm) => [
        alarm.code === null ? words.errors.noCode : codeName(context, alarm.code),
        formatCount(alarm.findings, language),
        renderCaseLinks(context, alarm, model.id),
      ]),
    empty: words.errors.noFalseAlarms,
  })}${renderRest(context, falseAlarms.length)}`;
}

/**
 * Links to the cases (or to one model's answers there); beyond a handful they are folded. The result names the
 * first cases alone: where there are more, their number is said, or that there are more where it is not known.
 * @param found.cases how many there are in all; null where that is not known
 */
export function renderCaseLinks(
  { words, language }: ReportContext,
  { cases, caseIds }: { cases: number | null; caseIds: readonly string[] },
  modelId?: string,
): Html {
  const link = (caseId: string) =>
    html`<a href="${caseHref(language, caseId, modelId === undefined ? undefined : anchor.answer(caseId, modelId))}">${caseId}</a> `;
  const n = (count: number) => formatCount(count, language);
  const folded = caseIds.slice(casesShown);
  const more = cases === null ? null : cases - Math.min(casesShown, caseIds.length);
  const unnamed = cases === null ? null : cases - caseIds.length;
  const note =
    unnamed === 0
      ? ''
      : unnamed === null
        ? words.errors.unnamedSome
        : words.errors.unnamed(n(unnamed), unnamed);
  return html`<span class="links">${caseIds.slice(0, casesShown).map(link)}</span>${
    folded.length === 0
      ? note === ''
        ? ''
        : html` <small>${note}</small>`
      : html`<details class="more"><summary>${more === null ? words.errors.moreSome : words.errors.more(n(more), more)}</summary><span class="links">${folded.map(link)}</span>${note === '' ? '' : html` <small>${note}</small>`}</details>`
  }`;
}

function renderRest(context: ReportContext, codes: number): Html | '' {
  if (codes <= codesShown) return '';
  return html`<p class="muted">${context.words.errors.fewer(formatCount(codes - codesShown, context.language), codes - codesShown)}</p>`;
}
