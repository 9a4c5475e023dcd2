import type { workbookDa } from './workbook-da.ts';

/** The words of workbooks; in English. */
export const workbookEn: typeof workbookDa = {
  workbook: {
    overview: 'Overview',
    figures: 'All figures',
    findings: 'Findings',
    low: (name) => `${name}, lower`,
    high: (name) => `${name}, upper`,
    n: (name) => `${name}, n`,
    tooMany: 'There are more findings than fit here. All stand in findings.csv.',
  },
};
