import type { Catalogue } from '../../rules/catalogue.ts';
import { addDays } from './add-days.ts';
import { keyedDraw } from './keyed-draw.ts';

const longestShift = 8;
const isoDate = /^\d{4}-\d{2}-\d{2}$/u;

/** Every date on which the catalogue says, or bounds, that a rule began or ended, sorted. */
export function lawDates(catalogue: Catalogue): string[] {
  const dates = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (isoDate.test(value)) dates.add(value);
    } else if (value !== null && typeof value === 'object')
      for (const each of Object.values(value)) visit(each);
  };
  visit(catalogue);
  return [...dates].sort();
}

/**
 * How many days the dates of a case and its twins move: whole weeks, at most eight either way, so that weekdays, deadlines
 * and distances stay; every application stays in its half-year (the building regulations change on 1 January and 1 July)
 * and on the same side of every date of the catalogue, so that the same law applies. 0 where nothing else fits.
 */
export function chooseShift(
  key: Uint8Array,
  scope: string,
  applicationDates: readonly string[],
  dates: readonly string[],
): number {
  const fits = Array.from({ length: 2 * longestShift + 1 }, (_, at) => (at - longestShift) * 7).filter(
    (days) => days !== 0 && applicationDates.every((date) => isSameLaw(date, addDays(date, days), dates)),
  );
  return fits.length === 0 ? 0 : fits[keyedDraw(key, scope, 'dates')(fits.length)]!;
}

function isSameLaw(before: string, after: string, dates: readonly string[]): boolean {
  if (halfYear(before) !== halfYear(after)) return false;
  return dates.every((date) => before < date === after < date && before > date === after > date);
}

function halfYear(date: string): string {
  return `${date.slice(0, 4)} ${date.slice(5, 7) < '07' ? 1 : 2}`;
}
