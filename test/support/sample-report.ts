import type { Language } from '../../datasets/language.ts';
import type { CaseMaterial } from '../../reports/case-view/case-material.ts';
import { renderCaseView } from '../../reports/case-view/render-case-view.ts';
import { renderReport, reportContextOf } from '../../reports/comparison/render-report.ts';
import { reportFiles } from '../../reports/render/report-files.ts';
import { fullReportInput } from './full-report-input.ts';
import { sampleResult, streamOf, textOf } from './sample-result.ts';

/** The HTML of the sample's report with its case view, by name as it lies in the report's folder. */
export async function sampleReportFiles(
  language: Language,
  materials?: readonly CaseMaterial[],
): Promise<Map<string, string>> {
  const input = await fullReportInput(language);
  const names = reportFiles[language];
  const files = new Map([[names.report, await textOf(renderReport(input))]]);
  const shown = materials ?? (await sampleResult()).materials;
  for await (const { name, body } of renderCaseView(reportContextOf(input), streamOf(shown))) {
    files.set(`${names.cases}/${name}`, body);
  }
  return files;
}
