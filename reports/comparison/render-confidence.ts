import type { ModelResult } from '../../evals/scores/model-result.ts';
import { formatShare } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import type { ReportContext } from '../report-context.ts';
import { renderCurveChart, renderCurveTable } from './render-curve.ts';
import { renderReliabilityChart, renderReliabilityTable } from './render-reliability.ts';

/** Whether a model's own confidence can be trusted: in words, drawn, and in figures. One sentence where it gives none. */
export async function renderConfidence(context: ReportContext, model: ModelResult): Promise<Html> {
  const { words } = context;
  const { reliability } = model.confidence;
  const { precisionRecall } = model.defects;
  if (reliability.length === 0 && precisionRecall.length === 0) {
    return html`<p>${words.confidence.none}</p>`;
  }
  const charts = [
    ...(reliability.length === 0 ? [] : [await renderReliabilityChart(context, model)]),
    ...(precisionRecall.length === 0 ? [] : [await renderCurveChart(context, model)]),
  ];
  return html`<p>${sayConfidence(context, model).join(' ')}</p>
<div class="charts">${charts}</div>
<details class="more figures"><summary>${words.confidence.tables}</summary>
${reliability.length === 0 ? '' : renderReliabilityTable(context, model)}
${precisionRecall.length === 0 ? '' : renderCurveTable(context, model)}
</details>`;
}

/** How sure the model is on average, how often it is right, and in how many groups the two part beyond the interval. */
export function sayConfidence(context: ReportContext, { confidence }: ModelResult): string[] {
  const { words, language } = context;
  const { reliability, given } = confidence;
  const partly =
    given.value === null || given.value === 1
      ? []
      : [words.confidence.given(formatShare(given.value, language))];
  if (reliability.length === 0) return partly;
  const sum = (read: (bin: (typeof reliability)[number]) => number) =>
    reliability.reduce((total, bin) => total + read(bin), 0);
  const findings = sum((bin) => bin.findings);
  if (findings === 0) return partly;
  const share = (value: number) => formatShare(value, language);
  const overall = words.confidence.overall(
    share(sum((bin) => bin.findings * bin.confidence) / findings),
    share(sum((bin) => bin.hits) / findings),
  );
  return [overall, ...partly, sayBins(context, reliability)];
}

function sayBins({ words }: ReportContext, bins: ModelResult['confidence']['reliability']): string {
  if (bins.length === 1) return words.confidence.oneBin;
  const measured = bins.filter(({ hitRate }) => hitRate.interval !== null);
  const over = measured.filter(({ confidence, hitRate }) => confidence > hitRate.interval!.high);
  const under = measured.filter(({ confidence, hitRate }) => confidence < hitRate.interval!.low);
  return words.confidence.bins(String(bins.length), over.length, under.length);
}
