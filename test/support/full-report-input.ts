import type { Language } from '../../datasets/language.ts';
import type { ReportInput } from '../../reports/comparison/render-report.ts';
import { sampleOperation, withFurtherFigures } from './further-figures.ts';
import { sampleReportInput } from './sample-result.ts';

/** What a report is rendered from: the sample with every further figure filled, and the times and costs of the run. */
export async function fullReportInput(language: Language): Promise<ReportInput> {
  const input = await sampleReportInput(language);
  return { ...input, result: withFurtherFigures(input.result), operation: sampleOperation };
}
