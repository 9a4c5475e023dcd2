import { addDays } from './add-days.ts';
import { datePattern, parseDate, type WrittenDate, writtenDate } from './date-grammar.ts';
import { looksOnlyLikeDate } from './looks-only-like-date.ts';
import { monthPattern } from './month-names.ts';
import { writeDate } from './write-date.ts';

/** A date that belongs to a law moves with no case. */
const lawBefore =
  /(?:(?:lov|lbk|bek|bekendtgørelse|lovbekendtgørelse|cirkulære|vejledning|forordning|direktiv)\s?(?:nr\.?\s?)?\d{0,5}\s?af\s?|i kraft (?:den )?|tinglyst\s?(?:den )?)$/iu;
const week =
  /(?<!\p{L})(?<word>uge(?:rne)? )(?<number>\d{1,2})(?<to>\s?[-–]\s?| og | til )?(?<last>(?<=\k<to>)\d{1,2})?(?!\d|[-–/.]\d)/giu;
/** `september 2024`, `3. kvartal 2024`, `20240914`: no day that could move, or perhaps no date. */
const vague = new RegExp(
  `(?:(?<!\\d[.\\s-]{0,2})${monthPattern}|[1-4]\\. kvartal|forår(?:et)?|sommer(?:en)?|efterår(?:et)?|vinter(?:en)?)\\s(?<year>20\\d\\d)(?!\\d)|(?<!\\d)(?<digits>20\\d\\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)`,
  'giu',
);
/** Years from the application: older dates are of the house, not of the case. */
const near = 3;

export interface ShiftOptions {
  days: number;
  applicationDate: string;
  /** Told of every place that names a time and could not be moved. */
  onLeft?: ((place: string) => void) | undefined;
}

/**
 * Moves the dates of a text by so many days, each in its own form: `14-09-2024`, `14/9-24`, `2024/09/14`, `14. sept.`
 * (nearest to the application), `14.–16. september 2024`, and `uge 37` by whole weeks within its year. Dates of laws, and
 * more than three years from the application, stay.
 */
export function shiftDates(text: string, options: ShiftOptions): string {
  const { days, applicationDate, onLeft } = options;
  if (days === 0) return text;
  const dates = findDates(text, applicationDate);
  for (const { found, isUnsure } of dates) if (isUnsure) onLeft?.(found);
  for (const { 0: place, groups } of text.matchAll(vague))
    if (isNear(groups!.year ?? groups!.digits!, applicationDate)) onLeft?.(place);
  let [result, from] = ['', 0];
  for (const { at, found, date, iso, isUnsure } of dates) {
    if (isUnsure) continue;
    result += text.slice(from, at) + writeDate(date, addDays(iso, days));
    from = at + found.length;
  }
  return shiftWeeks(result + text.slice(from), days / 7, onLeft);
}

interface FoundDate {
  at: number;
  found: string;
  date: WrittenDate;
  iso: string;
  /** It may be a fraction or a size as well. */
  isUnsure: boolean;
}

/** Dates of the case in a text. A place like `3/9` counts where the same day is named elsewhere too. */
function findDates(text: string, applicationDate: string): FoundDate[] {
  const results: FoundDate[] = [];
  const matches = [...text.matchAll(datePattern)];
  let end = -1;
  for (const [number, { 0: found, index: at, groups }] of matches.entries()) {
    const before = text.slice(Math.max(0, at - 40), at);
    if (/[\p{L}\d_/§–-]$|\d[.,:]$/u.test(before) && !(end >= 0 && /^\.?[-–—/]$/u.test(text.slice(end, at))))
      continue;
    const date = writtenDate(groups as Record<string, string | undefined>);
    const next = matches[number + 1];
    const iso = parseDate(
      date,
      applicationDate,
      date.year === '' ? yearBehind(text, at + found.length, next) : undefined,
    );
    if (iso === null || !isRising(date)) continue;
    end = at + found.length;
    if (lawBefore.test(before) || !isNear(iso, applicationDate)) continue;
    const look = looksOnlyLikeDate(date, before, text.slice(end, end + 20));
    if (look !== 'other') results.push({ at, found, date, iso, isUnsure: look === 'unsure' });
  }
  const sure = new Set([
    applicationDate,
    ...results.filter(({ isUnsure }) => !isUnsure).map(({ iso }) => iso),
  ]);
  return results.map((each) => ({ ...each, isUnsure: each.isUnsure && !sure.has(each.iso) }));
}

/** The days of a range or a list follow one another. */
function isRising({ first = [], day }: WrittenDate): boolean {
  const days = [...first.map((each) => Number(each.day)), Number(day)];
  return days.every((each, at) => each >= 1 && (at === 0 || days[at - 1]! < each));
}

/** The year of the other end: `14. september - 16. oktober 1998`. */
function yearBehind(text: string, end: number, next: RegExpExecArray | undefined): number | undefined {
  if (
    next === undefined ||
    !/^(?:\.?\s?[-–—]\s?|\s(?:til|og)\s(?:den\s)?)$/u.test(text.slice(end, next.index))
  )
    return undefined;
  const { year } = writtenDate(next.groups as Record<string, string | undefined>);
  return year === '' ? undefined : Number(year.length === 2 ? `20${year}` : year);
}

function shiftWeeks(text: string, weeks: number, onLeft: ShiftOptions['onLeft']): string {
  return text.replace(week, (found, ...rest) => {
    const { word, number, to = '', last } = rest.at(-1) as Record<string, string | undefined>;
    const moved = [number!, ...(last === undefined ? [] : [last])].map((each) => Number(each) + weeks);
    if (Number(number) >= 1 && moved.every((each) => each >= 1 && each <= 52))
      return word + moved.join(to) + (last === undefined ? to : '');
    onLeft?.(found);
    return found;
  });
}

function isNear(date: string, applicationDate: string): boolean {
  return Math.abs(Number(date.slice(0, 4)) - Number(applicationDate.slice(0, 4))) <= near;
}
