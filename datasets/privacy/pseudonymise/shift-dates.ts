import { addDays } from './add-days.ts';

const months = 'januar februar marts april maj juni juli august september oktober november december'.split(
  ' ',
);
const names = months.join('|');
const written = new RegExp(
  `(?<![\\d.,/-])(?:(?<iso>\\d{4}-\\d{2}-\\d{2})|(?<day>\\d{1,2})(?<gap>[./-])(?<month>\\d{1,2})(?<gap2>[./ -])(?<year>(?:19|20)?\\d{2})|(?<day2>\\d{1,2})(?<gap3>\\.? )(?<name>${names})(?<rest> (?<year2>(?:19|20)\\d{2}))?)(?![\\d]|[.,/-]\\d)`,
  'giu',
);
/** A date that belongs to a law moves with no case. */
const lawBefore =
  /(?:(?:lov|lbk|bek|bekendtgørelse|lovbekendtgørelse|cirkulære|vejledning|forordning|direktiv)\s?(?:nr\.?\s?)?\d{0,5}\s?af\s?|i kraft (?:den )?|tinglyst\s?(?:den )?)$/iu;
const week = /(?<![\p{L}\d])(uge )(\d{1,2})(?![\d-])/giu;
/** Years from the application: older dates are of the house, not of the case. */
const near = 3;

/**
 * Moves the dates of a text by so many days, each in its own form: `14-09-2024`, `14.9.24`, `2024-09-14`, `14. september`
 * (of the application's year), and `uge 37` by whole weeks. Dates of laws, and more than three years from the
 * application, stay.
 */
export function shiftDates(text: string, days: number, applicationDate: string): string {
  if (days === 0) return text;
  const moved = text.replace(written, (found, ...rest) => {
    const groups = rest.at(-1) as Groups;
    const offset = rest.at(-3) as number;
    if (lawBefore.test(text.slice(Math.max(0, offset - 40), offset))) return found;
    const date = dateOf(groups, applicationDate);
    if (date === null || Math.abs(yearOf(date) - yearOf(applicationDate)) > near) return found;
    return writeLike(groups, addDays(date, days));
  });
  return moved.replace(week, (found, word: string, number: string) => {
    const next = Number(number) + days / 7;
    return Number(number) >= 1 && next >= 1 && next <= 52 ? `${word}${next}` : found;
  });
}

type Groups = Record<
  'iso' | 'day' | 'gap' | 'month' | 'gap2' | 'year' | 'day2' | 'gap3' | 'name' | 'rest' | 'year2',
  string | undefined
>;

function dateOf(
  { iso, day, month, year, day2, name, year2 }: Groups,
  applicationDate: string,
): string | null {
  const text =
    iso ??
    (day === undefined
      ? join(year2 ?? applicationDate.slice(0, 4), months.indexOf(name!.toLowerCase()) + 1, day2!)
      : join(year!.length === 2 ? `20${year}` : year!, Number(month), day));
  return addDays(text, 0) === text && !Number.isNaN(Date.parse(text)) ? text : null;
}

/** In the form that the date had. */
function writeLike(groups: Groups, date: string): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  if (groups.iso !== undefined) return date;
  if (groups.day !== undefined) {
    const two = (own: string, like: string) => (like.length === 2 ? own : String(Number(own)));
    return `${two(day, groups.day)}${groups.gap}${two(month, groups.month!)}${groups.gap2}${groups.year!.length === 2 ? year.slice(2) : year}`;
  }
  return `${Number(day)}${groups.gap3}${months[Number(month) - 1]}${groups.rest === undefined ? '' : ` ${year}`}`;
}

function join(year: string, month: number, day: string): string {
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
