import type { PdfLimits } from '../../datasets/pdf/pdf-limits.ts';
import type { ReadFile } from '../../datasets/privacy/files/part.ts';

export interface PdfQuestion {
  /** `pages`: the text of each page. `parts`: all that the gate reads. */
  want: 'pages' | 'parts';
  bytes: Uint8Array;
  limits: PdfLimits;
}

/** Why a PDF is not read, as an `InputError` says it. */
export interface PdfFault {
  is: string;
  expected: string;
}

export interface PdfPages {
  pages: string[];
}

/** What was asked for, or why it is not there. */
export type PdfAnswer<T = PdfPages | ReadFile> = T | PdfFault;
