import type { ModelResult } from '../../evals/scores/model-result.ts';
import { renderIntervalChart, shareAxis } from '../charts/render-interval-chart.ts';
import { type MeasureGroupId, type MeasureId, measureGroups, measureOf } from '../measures.ts';
import { anchor } from '../render/anchor.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, type HtmlValue, html } from '../render/html.ts';
import { figureText, intervalRow, intervalText } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import type { ReportContext } from '../report-context.ts';
import { renderCitationLevels } from './render-citation-levels.ts';
import { renderFalseAlarms, renderMisses } from './render-code-tables.ts';
import { renderConfidence } from './render-confidence.ts';
import { placeText } from './render-side-by-side.ts';
import {
  findSlice,
  renderDocumentTypes,
  renderModelSlices,
  renderSeverities,
  severityName,
  sliceIds,
  sliceName,
} from './render-slices.ts';

/** All that is known of one model: its answers, errors, groups, citations, and every figure behind a fold. */
export async function renderModelSection(context: ReportContext, result: ModelResult): Promise<Html> {
  const { words, language } = context;
  const { model, counts, defects } = result;
  const n = (count: number) => formatCount(count, language);
  const remarks = [
    words.each.counts(
      n(defects.truePositives),
      n(defects.falsePositives),
      n(defects.falseNegatives),
      defects.truePositives,
    ),
    defects.duplicates > 0 && words.each.duplicates(n(defects.duplicates), defects.duplicates),
    defects.neutral > 0 && words.each.neutral(n(defects.neutral)),
    result.repaired > 0 && words.each.repaired(n(result.repaired), result.repaired),
  ].filter((remark) => remark !== false);
  const what = [
    model.vendor,
    words.models.kinds[model.kind],
    words.models.version(model.version),
    words.models.provenance[model.provenance],
  ];
  return html`<section id="${anchor.model(model.id)}" tabindex="-1" aria-labelledby="${anchor.model(model.id)}-h">
<h3 id="${anchor.model(model.id)}-h">${model.id}</h3>
<p class="muted">${what.filter((part) => part !== undefined).join(' · ')} · ${placeText(context, model.id)}</p>
<p>${words.status.sum(n(counts.planned), n(counts.answered), n(counts.abstained), n(counts.invalid), n(counts.timedOut), n(counts.failed))}. ${remarks.join(' ')}</p>
<h4>${words.errors.misses}</h4>
${renderMisses(context, result)}
<h4>${words.errors.falseAlarms}</h4>
${renderFalseAlarms(context, result)}
<h4>${words.each.groupTitle}</h4>
${await renderGroupChart(context, result)}
<details class="more figures"><summary>${words.page.figuresBehind}</summary>
${renderModelSlices(context, result, 'group')}
${renderModelSlices(context, result, 'caseType')}
${renderSeverities(context, result)}
${renderModelSlices(context, result, 'municipality')}
${renderDocumentTypes(context, result)}
</details>
<h4>${words.each.citationTitle}</h4>
${renderValidity(context, result)}
<details class="more figures"><summary>${words.citationLevels.summary}</summary>
${renderCitationLevels(context, result)}
</details>
<h4>${words.confidence.title}</h4>
${await renderConfidence(context, result)}
<h4>${words.each.figuresTitle}</h4>
<p class="print-only">${words.page.notPrinted}</p>
<details class="more all"><summary>${words.each.allFigures(model.id)}</summary>
${groupsOf(result).map((group) => renderMeasures(context, result, group))}
</details>
</section>
`;
}

/** Planted instructions only where there were any. */
function groupsOf({ robustness }: ModelResult): MeasureGroupId[] {
  const groups = Object.keys(measureGroups) as MeasureGroupId[];
  return groups.filter((group) => group !== 'injections' || robustness.injections.cases > 0);
}

async function renderGroupChart(context: ReportContext, result: ModelResult): Promise<HtmlValue> {
  const { words, language } = context;
  const charts: Html[] = [];
  for (const kind of ['group', 'caseType'] as const) {
    const slices = sliceIds(context, kind, [result]).map((id) => findSlice(result, kind, id)!);
    if (slices.length === 0) continue;
    const chart = await renderIntervalChart({
      id: `figur-${kind}-${anchor.model(result.model.id)}`,
      title: `${result.model.id}: F1, ${(kind === 'group' ? words.slices.group : words.slices.caseType).toLowerCase()}`,
      note: words.models.higher,
      rows: slices.map(({ id, f1 }) => intervalRow(sliceName(context, kind, id), f1, context)),
      intervals: slices.map(({ f1 }) => intervalText(f1, context, 'share', words.slices.undefined.f1)),
      axis: shareAxis(language),
    });
    charts.push(chart);
  }
  if (result.slices.severity.length > 0) charts.push(await renderSeverityChart(context, result));
  return charts.length === 0 ? html`<p>${words.slices.none}</p>` : html`<div class="charts">${charts}</div>`;
}

function renderSeverityChart(context: ReportContext, { model, slices }: ModelResult): Promise<Html> {
  const { words, language } = context;
  return renderIntervalChart({
    id: `figur-severity-${anchor.model(model.id)}`,
    title: `${model.id}: ${words.measures.defectRecall.name}, ${words.slices.severity.toLowerCase()}`,
    note: words.models.higher,
    rows: slices.severity.map(({ id, recall }) => intervalRow(severityName(context, id), recall, context)),
    intervals: slices.severity.map(({ recall }) =>
      intervalText(recall, context, 'share', words.slices.undefined.recall),
    ),
    axis: shareAxis(language),
  });
}

function renderValidity(context: ReportContext, { citations, model }: ModelResult): Html {
  const { words, language } = context;
  if (citations.written === 0) return html`<p>${words.each.noCitations}</p>`;
  const verdicts = Object.entries(words.each.validity) as [keyof typeof words.each.validity, string][];
  return html`${renderTable({
    caption: `${model.id}: ${words.each.validityCaption(formatCount(citations.written, language), citations.written)}`,
    columns: [
      { head: words.cases.citations },
      ...verdicts.map(([, name]) => ({ head: name, numeric: true })),
    ],
    rows: [
      [words.each.count, ...verdicts.map(([verdict]) => formatCount(citations.validity[verdict], language))],
    ],
  })}${citations.tooBroad > 0 ? html`<p>${words.each.tooBroad(formatCount(citations.tooBroad, language), citations.tooBroad)}</p>` : ''}`;
}

function renderMeasures(context: ReportContext, result: ModelResult, group: MeasureGroupId): Html {
  const { words, language } = context;
  const ids: readonly MeasureId[] = measureGroups[group];
  return renderTable({
    caption: `${result.model.id}: ${words.each.groups[group]}`,
    columns: [
      { head: words.figure.measure },
      { head: words.figure.value, numeric: true },
      { head: words.figure.interval },
      { head: words.figure.cases, numeric: true },
      { head: words.figure.items, numeric: true },
      { head: words.figure.means },
    ],
    rows: ids.map((id) => {
      const { read, unit } = measureOf(id);
      const figure = read(result);
      return [
        words.measures[id].name,
        figureText(figure, context, unit),
        intervalText(figure, context, unit, words.measures[id].none),
        formatCount(figure.cases, language),
        formatCount(figure.items, language),
        words.measures[id].means,
      ];
    }),
  });
}
