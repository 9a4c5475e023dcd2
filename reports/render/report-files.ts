import { createHash } from 'node:crypto';
import type { Language } from '../../datasets/language.ts';
import { hrefTo } from './anchor.ts';

/** Where the parts of a report lie, seen from its folder. */
export const reportFiles: Record<Language, ReportFiles> = {
  da: {
    report: 'rapport.html',
    cases: 'sager',
    workbook: 'rapport.xlsx',
    summary: 'rapport.md',
    print: 'rapport.pdf',
  },
  en: {
    report: 'report.html',
    cases: 'cases',
    workbook: 'report.xlsx',
    summary: 'report.md',
    print: 'report.pdf',
  },
};

export interface ReportFiles {
  report: string;
  /** A folder. */
  cases: string;
  workbook: string;
  summary: string;
  print: string;
}

/** Names longer than this are cut, and end in a hash of the id. */
const nameLength = 100;

/** The name of a case's page, without its ending. */
export function casePageName(caseId: string): string {
  return `sag-${fileNameOf(caseId)}`;
}

/**
 * A file's name, without its ending: one name an id, also where a file system does not tell capitals
 * from small letters. Small ASCII letters, digits, `.`, `_` and `-` stay; everything else is written `~` and its code in hex.
 */
export function fileNameOf(id: string): string {
  const name = [...id].map((sign) => (/[a-z0-9._-]/u.test(sign) ? sign : `~${codeOf(sign)}~`)).join('');
  if (name.length <= nameLength) return name;
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 16);
  return `${name.slice(0, nameLength)}~~${hash}`;
}

/** The link from the report to a case's page, or to a part of it. */
export function caseHref(language: Language, caseId: string, id?: string): string {
  return `${reportFiles[language].cases}/${casePageName(caseId)}.html${id === undefined ? '' : hrefTo(id)}`;
}

/** The link from a case's page to a part of the report. */
export function reportHref(language: Language, id?: string): string {
  return `../${reportFiles[language].report}${id === undefined ? '' : hrefTo(id)}`;
}

function codeOf(sign: string): string {
  return sign.codePointAt(0)!.toString(16);
}
