import type { Wording } from '../wording/wording.ts';

/** All of a page's words that a date takes. */
type Words = { words: Pick<Wording, 'operation'> };

/** `1. oktober 2026`; anything but an ISO date as it stands. */
export function formatDate({ words }: Words, date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date) ?? [];
  const name = words.operation.months[Number(month) - 1];
  return year === undefined || name === undefined ? date : words.operation.date(Number(day), name, year);
}

/** One day, or the first and the last. */
export function formatDays(context: Words, first: string, last: string | null): string {
  const start = formatDate(context, first);
  return last === null || last === first
    ? start
    : context.words.operation.span(start, formatDate(context, last));
}
