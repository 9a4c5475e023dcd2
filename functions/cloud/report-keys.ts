import type { Language } from '../../datasets/language.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { checkInFiles } from '../../reports/check-in/check-in-files.ts';
import { reportFiles } from '../../reports/render/report-files.ts';

/** Of all reports on AWS: municipalities read it first. */
export const reportLanguage: Language = 'da';

/**
 * What the functions behind a report leave each other, relative to the folder of the run or of the month: who prints sees the page
 * alone, and who signs sees hashes alone.
 */
export interface ReportKeys {
  page: string;
  pdf: string;
  /** The PDF as the signature names it. */
  pdfName: string;
  /** Hashes of what the report wrote. */
  toSign: string;
  /** The hash of the PDF; absent where there is none. */
  printed: string;
}

const work = { toSign: runKeys.work('to-sign.json'), printed: runKeys.work('printed.json') };

const ofRun = reportFiles[reportLanguage];
export const runReportKeys: ReportKeys = {
  page: runKeys.report(ofRun.report),
  pdf: runKeys.report(ofRun.print),
  pdfName: ofRun.print,
  ...work,
};

const ofMonth = checkInFiles[reportLanguage];
export const checkInReportKeys: ReportKeys = {
  page: ofMonth.page,
  pdf: ofMonth.print,
  pdfName: ofMonth.print,
  ...work,
};
