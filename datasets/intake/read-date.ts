import { excerpt } from '../errors.ts';
import { bad, good, type ReadResult } from './read-result.ts';

/** How dates may be written. `excel`: a serial number, days since 1900 (or 1904, where the workbook says so). */
export const dateFormats = [
  'yyyy-mm-dd',
  'dd-mm-yyyy',
  'dd.mm.yyyy',
  'd/m-yyyy',
  'excel',
  'dd/mm/yyyy',
  'mm/dd/yyyy',
  'dd-mm-yy',
] as const;
export type DateFormat = (typeof dateFormats)[number];

/** Those that mean one thing only in Denmark. The others are read where the mapping names them. */
export const plainDateFormats: readonly DateFormat[] = dateFormats.slice(0, 5);

const patterns: Record<Exclude<DateFormat, 'excel'>, RegExp> = {
  'yyyy-mm-dd': /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/u,
  'dd-mm-yyyy': /^(?<d>\d{1,2})-(?<m>\d{1,2})-(?<y>\d{4})$/u,
  'dd.mm.yyyy': /^(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4})$/u,
  'd/m-yyyy': /^(?<d>\d{1,2})\/(?<m>\d{1,2})[- ](?<y>\d{4})$/u,
  'dd/mm/yyyy': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/u,
  'mm/dd/yyyy': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})$/u,
  'dd-mm-yy': /^(?<d>\d{1,2})[-.](?<m>\d{1,2})[-.](?<y>\d{2})$/u,
};

/** Serial numbers from 1954 to 2119; others are rather something else. */
const serials = { from: 20_000, to: 80_000 };
const dayMs = 86_400_000;
const expected = 'a date like 14-09-2024';

/** @returns an ISO date. A time of day behind it (`14-09-2024 10:30`) is left aside. */
export function readDate(
  text: string,
  formats: readonly DateFormat[],
  dateSystem: '1900' | '1904' = '1900',
): ReadResult<string> {
  const shown = `"${excerpt(text)}"`;
  const day = text.replace(/[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$/u, '');
  if (/^\d+(?:[.,]\d+)?$/u.test(day)) return readSerial(day, shown, formats, dateSystem);
  for (const format of formats) {
    if (format === 'excel') continue;
    const parts = patterns[format].exec(day)?.groups;
    if (parts === undefined) continue;
    const year = parts.y!.length === 2 ? `20${parts.y}` : parts.y!;
    const iso = `${year}-${parts.m!.padStart(2, '0')}-${parts.d!.padStart(2, '0')}`;
    return isDay(iso) ? good(iso) : bad(`${shown}, which is no day of the calendar`, expected);
  }
  if (patterns['dd/mm/yyyy'].test(day)) {
    return bad(
      `${shown}, where day and month may be either way round`,
      `${expected}, or \`dates: [dd/mm/yyyy]\` in the mapping`,
    );
  }
  if (patterns['dd-mm-yy'].test(day))
    return bad(`${shown} with a year of two digits`, `${expected}, or \`dates: [dd-mm-yy]\` in the mapping`);
  return bad(shown, expected);
}

function readSerial(
  text: string,
  shown: string,
  formats: readonly DateFormat[],
  dateSystem: '1900' | '1904',
): ReadResult<string> {
  const serial = Math.floor(Number(text.replace(',', '.'))) + (dateSystem === '1904' ? 1462 : 0);
  if (!formats.includes('excel') || serial < serials.from || serial > serials.to) return bad(shown, expected);
  return good(new Date(Date.UTC(1899, 11, 30) + serial * dayMs).toISOString().slice(0, 10));
}

function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
