import { addDays } from './add-days.ts';
import type { WrittenDate } from './date-grammar.ts';
import { monthLike } from './month-names.ts';

/** A moved date, range or list of days, in the form that it had; one that now spans two months (or years) names both. */
export function writeDate(like: WrittenDate, iso: string): string {
  const { first = [], ...alone } = like;
  const days = first.map(({ day }) => addDays(iso, Number(day) - Number(like.day)));
  const parts = first.map(({ day, between }, at) => {
    const [own, next] = [days[at]!, days[at + 1] ?? iso];
    if (own.slice(0, 7) === next.slice(0, 7)) return `${padded(own.slice(8), day.startsWith('0'))}${between}`;
    const isSameYear = own.slice(0, 4) === iso.slice(0, 4);
    return `${write(isSameYear ? { ...alone, year: '', yearGap: '' } : alone, own)}${between.replace(/^\./u, '')}`;
  });
  return parts.join('') + write(alone, iso);
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
