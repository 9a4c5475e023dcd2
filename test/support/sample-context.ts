import type { Language } from '../../datasets/language.ts';
import type { Result } from '../../evals/artifacts.ts';
import { municipalitiesOf } from '../../reports/municipalities.ts';
import type { ReportContext } from '../../reports/report-context.ts';
import { wordingOf } from '../../reports/wording/wording-of.ts';
import { fullReportInput } from './full-report-input.ts';
import { sampleReportInput } from './sample-result.ts';

/** What parts of a report are rendered from: the sample, changed. */
export async function sampleContext(
  change: Partial<Result> = {},
  language: Language = 'da',
): Promise<ReportContext> {
  const { result: sample, taxonomy, catalogue } = await sampleReportInput(language);
  const result = { ...sample, ...change };
  const municipalities = municipalitiesOf(result);
  return { result, language, words: wordingOf(language), taxonomy, catalogue, municipalities };
}

/** The same with every further figure filled, and with time and cost. */
export async function fullContext(
  change: Partial<Result> = {},
  language: Language = 'da',
): Promise<ReportContext> {
  const input = await fullReportInput(language);
  const result = { ...input.result, ...change };
  return { ...input, result, municipalities: municipalitiesOf(result), words: wordingOf(language) };
}

/** Markup as a reader sees it: no tags, one space between words. */
export function textOfMarkup(markup: { toString(): string }): string {
  return String(markup)
    .replaceAll(/<svg.*?<\/svg>/gsu, '')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/[\s\u00A0]+/gu, ' ')
    .trim();
}
