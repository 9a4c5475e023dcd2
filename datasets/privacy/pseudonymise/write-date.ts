import { addDays } from './add-days.ts';
import type { WrittenDate } from './date-grammar.ts';
import { monthLike } from './month-names.ts';

/** A moved date, or range of days, in the form that it had; a range that now spans two months (or years) names both. */
export function writeDate(like: WrittenDate, iso: string): string {
  const last = write(like, iso);
  if (like.first === undefined) return last;
  const start = addDays(iso, Number(like.first.day) - Number(like.day));
  const between = like.first.between.replace(/^\./u, '');
  if (start.slice(0, 7) === iso.slice(0, 7))
    return `${padded(start.slice(8), like.first.day.startsWith('0'))}${like.first.between}${last}`;
  const { first: _, ...alone } = like;
  const isSameYear = start.slice(0, 4) === iso.slice(0, 4);
  return `${write(isSameYear ? { ...alone, year: '', yearGap: '' } : alone, start)}${between}${last}`;
}

function write(like: WrittenDate, iso: string): string {
  const [year, month, day] = iso.split('-') as [string, string, string];
  if (like.isNamed) {
    const name = monthLike(like.month, Number(month));
    return `${padded(day, like.day.startsWith('0'))}${like.gap}${name}${like.yearGap}${yearLike(like, year)}`;
  }
  // `14.09` is written with two digits always, `14/9` with as many as it needs.
  const hasZero = like.day.startsWith('0') || like.month.startsWith('0');
  const isPadded = hasZero || (like.gap !== '/' && like.day.length === 2 && like.month.length === 2);
  const [ownDay, ownMonth] = [padded(day, isPadded), padded(month, isPadded)];
  if (like.isYearFirst) return `${year}${like.gap}${ownMonth}${like.gap}${ownDay}`;
  return `${ownDay}${like.gap}${ownMonth}${like.yearGap}${yearLike(like, year)}`;
}

function yearLike({ year }: WrittenDate, own: string): string {
  return year === '' ? '' : own.slice(-year.length);
}

function padded(number: string, isPadded: boolean): string {
  return isPadded ? number : String(Number(number));
}
