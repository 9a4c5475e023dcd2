import { createHash } from 'node:crypto';
import { writeXlsx } from '../../datasets/tables/write-xlsx.ts';
import { renderReport, reportContextOf } from '../../reports/comparison/render-report.ts';
import { renderSummary } from '../../reports/summary/render-summary.ts';
import { buildWorkbook } from '../../reports/workbook/build-workbook.ts';
import { fullReportInput } from './full-report-input.ts';
import { manyMaterials } from './many-materials.ts';
import { streamOf } from './sample-result.ts';

/** Hashes of a report with every figure and chart, as page, workbook and summary. */
export async function hashFullReport(): Promise<Record<string, string>> {
  const input = await fullReportInput('da');
  const context = reportContextOf(input);
  const materials = await manyMaterials(20);
  const files = {
    page: renderReport(input),
    workbook: await writeXlsx(await buildWorkbook(context, streamOf(materials))),
    summary: renderSummary(context),
  };
  const hashes: Record<string, string> = {};
  for (const [name, body] of Object.entries(files)) {
    const hash = createHash('sha256');
    if (typeof body === 'string' || body instanceof Uint8Array) hash.update(body);
    else for await (const part of body) hash.update(part);
    hashes[name] = hash.digest('hex');
  }
  return hashes;
}
