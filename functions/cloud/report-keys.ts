import { z } from 'zod';
import type { Language } from '../../datasets/language.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { FileHashSchema } from '../../evals/signing/signature.ts';
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
  /** As the signature names them. */
  pageName: string;
  pdfName: string;
  /** Hashes of what the report wrote. */
  toSign: string;
  /** {@link Printed}; absent where there is no PDF. */
  printed: string;
}

const { sha256 } = FileHashSchema.shape;

/** Hashes of the page and of its PDF, and no name: what a browser printed vouches for no other file. */
export const PrintedSchema = z.strictObject({ page: sha256, sha256 });
export type Printed = z.infer<typeof PrintedSchema>;

const work = { toSign: runKeys.work('to-sign.json'), printed: runKeys.work('printed.json') };

const ofRun = reportFiles[reportLanguage];
export const runReportKeys: ReportKeys = {
  page: runKeys.report(ofRun.report),
  pdf: runKeys.report(ofRun.print),
  pageName: ofRun.report,
  pdfName: ofRun.print,
  ...work,
};

const ofMonth = checkInFiles[reportLanguage];
export const checkInReportKeys: ReportKeys = {
  page: ofMonth.page,
  pdf: ofMonth.print,
  pageName: ofMonth.page,
  pdfName: ofMonth.print,
  ...work,
};
