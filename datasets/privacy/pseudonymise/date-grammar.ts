import { addDays } from './add-days.ts';
import { isAbbreviated, monthNumber, monthPattern } from './month-names.ts';

const year4 = '(?:19|20)\\d\\d';
/** `14., 15. og `: the days before, each with its full stop; without, only where a word announces days. */
const moreDays =
  '(?<more>(?:\\d{1,2}\\.,\\s(?:den\\s)?){1,9}|(?<=(?:den|dagen|dagene|datoerne)\\s)(?:\\d{1,2},\\s){1,9})?';
/** `14-`, `14.–`, `14. til `: the first day of a range (or one of several days) whose month stands with the last. */
const firstDay =
  `(?:${moreDays}` +
  '(?<first>\\d{1,2})(?<dot>\\.?)(?<to>\\s?[-–—]\\s?|(?<=\\.|(?:mellem|fra|dagene)\\s(?:den\\s)?\\d{1,2}|(?:den|dagen|dagene|datoerne)\\s(?:\\d{1,2},\\s){1,9}\\d{1,2})\\s(?:til|og|eller|samt)\\s(?:den\\s)?|(?<=\\.),\\s(?:den\\s)?))?';
const yearFirst = `(?<y1>${year4})(?<g1>[-/.])(?<m1>\\d{1,2})\\k<g1>(?<d1>\\d{1,2})`;
const dayFirst = `${firstDay}(?<d2>\\d{1,2})(?<g2>[./-]|\\. )(?<m2>\\d{1,2})(?:(?<g3>\\k<g2>|(?<=/\\d{1,2})-)(?<y2>${year4}|\\d\\d)|(?<g4>\\.? )(?<y4>${year4}))`;
const slashed = `${firstDay.replaceAll(/<(more|first|dot|to)>/gu, '<$15>')}(?<d5>\\d{1,2})(?<g7>/|\\.(?=\\d{1,2}\\.\\s?[-–—]\\s?\\d{1,2}\\.\\d))(?<m5>\\d{1,2})`;
const named = `${firstDay.replaceAll(/<(more|first|dot|to)>/gu, '<$13>')}(?<d3>\\d{1,2})(?<g5>\\. ?| |-)(?<name>${monthPattern})(?:(?<g6>[ -]|, |(?<=\\.))(?<y3>${year4}|(?<=-)\\d\\d))?`;
/** Another date may follow behind a line: `14/9-16/9`. */
const end = `(?!\\d|[.,:]\\d|/(?!${year4}-)\\d|[-–—](?!\\d{1,2}[./-]\\s?(?:\\d|\\p{L}{3})|${year4}-)\\d)`;

/** All forms of a date; `parseDate` says whether one is. */
export const datePattern = new RegExp(`(?:${yearFirst}|${dayFirst}|${slashed}|${named})${end}`, 'giu');

/** A date as it was written. Fields that the form does not have are undefined. */
export interface WrittenDate {
  /** The first days of a range or a list within a month, each with what stands behind it. */
  first?: readonly { day: string; between: string }[];
  day: string;
  /** Between day and month, or year and month. */
  gap: string;
  /** A number, or a name. */
  month: string;
  isNamed: boolean;
  yearGap: string;
  /** Two or four digits; empty: none. */
  year: string;
  isYearFirst: boolean;
}

/** What `datePattern` found, by its parts. */
export function writtenDate(groups: Record<string, string | undefined>): WrittenDate {
  const { y1, g1, m1, d1, d2, d3, d5 } = groups;
  const base = { isNamed: false, isYearFirst: false, yearGap: '', year: '' };
  if (y1 !== undefined) return { ...base, day: d1!, gap: g1!, month: m1!, year: y1, isYearFirst: true };
  const first = groups.first ?? groups.first3 ?? groups.first5;
  const between = `${groups.dot ?? groups.dot3 ?? groups.dot5 ?? ''}${groups.to ?? groups.to3 ?? groups.to5 ?? ''}`;
  const more = groups.more ?? groups.more3 ?? groups.more5 ?? '';
  const range = first === undefined ? {} : { first: [...daysOf(more), { day: first, between }] };
  if (d2 !== undefined) {
    const year = { yearGap: groups.g3 ?? groups.g4!, year: groups.y2 ?? groups.y4! };
    return { ...base, ...range, day: d2, gap: groups.g2!, month: groups.m2!, ...year };
  }
  if (d5 !== undefined) return { ...base, ...range, day: d5, gap: groups.g7!, month: groups.m5! };
  const year = { yearGap: groups.g6 ?? '', year: groups.y3 ?? '' };
  return { ...base, ...range, day: d3!, gap: groups.g5!, month: groups.name!, isNamed: true, ...year };
}

/** `14., 15., ` day by day. */
function daysOf(list: string): { day: string; between: string }[] {
  return [...list.matchAll(/(\d{1,2})(\D+)/gu)].map(([, day, between]) => ({ day: day!, between: between! }));
}

/**
 * The ISO date, or null: there is no such day. A date without a year is the one nearest to the application.
 * @param year of the other end of a range, where the date itself has none
 */
export function parseDate(date: WrittenDate, applicationDate: string, year?: number): string | null {
  const month = date.isNamed ? monthNumber(date.month) : Number(date.month);
  if (
    date.isNamed &&
    date.year === '' &&
    isAbbreviated(date.month) &&
    !/\.|^\p{Ll}+$/u.test(date.gap.trim() + date.month)
  )
    return null;
  const on = (own: number) => isoDate(own, month, Number(date.day));
  if (date.year !== '') return on(Number(date.year.length === 2 ? `20${date.year}` : date.year));
  if (year !== undefined) return on(year);
  const applied = Number(applicationDate.slice(0, 4));
  const distance = (iso: string) => Math.abs(Date.parse(iso) - Date.parse(applicationDate));
  const near = [applied, applied - 1, applied + 1].map(on).filter((iso) => iso !== null);
  return near.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function isoDate(year: number, month: number, day: number): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text ? text : null;
}
