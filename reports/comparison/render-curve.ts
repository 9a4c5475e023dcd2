import type { ModelResult } from '../../evals/scores/model-result.ts';
import { buildCurveChart } from '../charts/build-curve-chart.ts';
import { renderChart } from '../charts/render-chart.ts';
import { shareLabel } from '../charts/share-label.ts';
import { anchor } from '../render/anchor.ts';
import { formatShare } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderTable } from '../render/render-table.ts';
import type { ReportContext } from '../report-context.ts';

type Points = ModelResult['defects']['precisionRecall'];

/** One model's precision-recall curve. */
export async function renderCurveChart(
  context: ReportContext,
  { model, defects }: ModelResult,
): Promise<Html> {
  const { words, language } = context;
  const said = words.confidence;
  const title = `${model.id}: ${said.curve}`;
  const axes = { x: said.axisRecall, y: said.axisPrecision, label: shareLabel(language) };
  const rows = curveRows(context, defects.precisionRecall);
  const svg = renderChart(buildCurveChart(defects.precisionRecall, axes), {
    id: `figur-kurve-${anchor.model(model.id)}`,
    title,
    description: `${rows
      .map(
        ([threshold, precision, recall]) =>
          `${threshold}: ${said.curveColumns.precision} ${precision}, ${said.curveColumns.recall} ${recall}`,
      )
      .join('; ')}.`,
  });
  return html`<figure><figcaption>${title}<small>${said.curveNote}</small></figcaption>${svg}</figure>`;
}

/** What is left of precision and recall where only the surer findings are read. */
export function renderCurveTable(context: ReportContext, { model, defects }: ModelResult): Html {
  const { words } = context;
  const { curveColumns } = words.confidence;
  return renderTable({
    caption: `${model.id}: ${words.confidence.curveTable}`,
    columns: [
      { head: curveColumns.threshold },
      { head: curveColumns.precision, numeric: true },
      { head: curveColumns.recall, numeric: true },
    ],
    rows: curveRows(context, defects.precisionRecall),
  });
}

function curveRows({ words, language }: ReportContext, points: Points): [string, string, string][] {
  return operatingPoints(points).map(({ threshold, precision, recall }) => [
    threshold === null ? words.confidence.all : formatShare(threshold, language),
    formatShare(precision, language),
    formatShare(recall, language),
  ]);
}

const thresholds = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];

/**
 * Where one stands when only findings of at least a round confidence are counted, surest first, then with all
 * findings (`threshold` null). Thresholds that add no finding are left out.
 */
export function operatingPoints(
  points: Points,
): { threshold: number | null; precision: number; recall: number }[] {
  const last = points.at(-1);
  if (last === undefined) return [];
  const places = thresholds.map((threshold) => ({
    threshold,
    at: points.findLastIndex(({ confidence }) => confidence !== null && confidence >= threshold),
  }));
  const distinct = places.filter(
    ({ at }, place) => at >= 0 && at < points.length - 1 && at !== places[place - 1]?.at,
  );
  return [
    ...distinct.map(({ threshold, at }) => ({ threshold, ...shares(points[at]!) })),
    { threshold: null, ...shares(last) },
  ];
}

function shares({ precision, recall }: Points[number]): { precision: number; recall: number } {
  return { precision, recall };
}
