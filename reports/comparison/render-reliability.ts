import type { ModelResult } from '../../evals/scores/model-result.ts';
import { buildReliabilityChart } from '../charts/build-reliability-chart.ts';
import { renderChart } from '../charts/render-chart.ts';
import { shareLabel } from '../charts/share-label.ts';
import { anchor } from '../render/anchor.ts';
import { formatCount, formatShare, formatShareRange } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { figureText, intervalText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import type { ReportContext } from '../report-context.ts';

type Bin = ModelResult['confidence']['reliability'][number];

/** One model's reliability diagram; the size of its groups stands in the note. */
export async function renderReliabilityChart(context: ReportContext, model: ModelResult): Promise<Html> {
  const { words, language } = context;
  const said = words.confidence;
  const bins = model.confidence.reliability;
  const sizes = bins.map(({ findings }) => findings);
  const n = said.findings(
    formatCount(Math.min(...sizes), language),
    formatCount(Math.max(...sizes), language),
  );
  const title = `${model.model.id}: ${said.reliability}`;
  const points = bins.flatMap(({ confidence, hitRate }) =>
    hitRate.value === null
      ? []
      : [
          {
            confidence,
            hitRate: hitRate.value,
            low: hitRate.interval?.low ?? null,
            high: hitRate.interval?.high ?? null,
          },
        ],
  );
  const axes = { x: said.axisConfidence, y: said.axisHits, label: shareLabel(language) };
  const svg = renderChart(buildReliabilityChart(points, axes), {
    id: `figur-sikkerhed-${anchor.model(model.model.id)}`,
    title,
    description: `${bins.map((bin) => describeBin(context, bin)).join('; ')}.`,
  });
  return html`<figure><figcaption>${title}<small>${said.reliabilityNote(n)}</small></figcaption>${svg}</figure>`;
}

function describeBin(context: ReportContext, { confidence, findings, hitRate }: Bin): string {
  const { words, language } = context;
  const { columns } = words.confidence;
  return `${columns.mean} ${formatShare(confidence, language)}: ${columns.hitRate} ${figureText(hitRate, context)} (${intervalText(hitRate, context)}, ${columns.findings}: ${formatCount(findings, language)})`;
}

/** The groups behind the diagram. */
export function renderReliabilityTable(context: ReportContext, { model, confidence }: ModelResult): Html {
  const { words, language } = context;
  const { columns } = words.confidence;
  return renderTable({
    caption: `${model.id}: ${words.confidence.reliabilityTable}`,
    columns: [
      { head: columns.bin },
      { head: columns.mean, numeric: true },
      { head: columns.findings, numeric: true },
      { head: columns.hits, numeric: true },
      { head: columns.hitRate },
    ],
    rows: confidence.reliability.map((bin) => [
      bin.low === bin.high ? formatShare(bin.low, language) : formatShareRange(bin.low, bin.high, language),
      formatShare(bin.confidence, language),
      formatCount(bin.findings, language),
      formatCount(bin.hits, language),
      renderFigure(bin.hitRate, context),
    ]),
  });
}
