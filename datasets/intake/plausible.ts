import type { Case, FieldValue } from '../case.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';

/** A value that no building has, or one that somebody should look at. */
export interface Implausible {
  /** Of the case: `applicationDate`, or the name of one of the `fields`. */
  name: string;
  is: string;
  expected: string;
}

export interface Plausibility {
  /** Slips of the keyboard: the row is refused. */
  wrong: Implausible[];
  /** May be so, and is rarely: taken in and named. */
  odd: Implausible[];
}

/** Levels may lie below the sea, and ground may rise. */
const mayBeNegative = new Set(['gulvkote_m', 'terraenkote_m', 'terraenfald_m']);

/** One cannot have half of one. */
const whole = new Set([
  'antal_ejere',
  'antal_boliger',
  'antal_boliger_foer',
  'personantal',
  'parkeringspladser',
  'cykelpladser',
  'antal_altaner',
  'save_vaerdi',
  'opfoert_aar',
]);

/** By name, where more than a sign is known. SAVE values are 1 to 9. */
const ranges: Record<string, readonly [from: number, to: number]> = {
  save_vaerdi: [1, 9],
  taghaeldning_grader: [0, 90],
  opfoert_aar: [1000, 2100],
};

/** By unit: beyond this rather centimetres for metres, or a comma that is lost. */
const rarelyAbove: Record<string, number> = {
  'm²': 10_000_000,
  m: 1000,
  '%': 400,
  t: 100_000,
  'MJ/m²': 100_000,
};

const days = { from: '1900-01-01', to: '2099-12-31' };
const br18 = '2018-01-01';

/**
 * Whether what a case says can be: numbers by the unit of their field, dates by the century, and the application's also
 * by today, since none has come in later.
 * @param today an ISO date; what is taken in on a day is taken in on every later one
 */
export function checkPlausible(
  { applicationDate, fields }: Pick<Case, 'applicationDate' | 'fields'>,
  taxonomy: Taxonomy,
  today: string,
): Plausibility {
  const found: Plausibility = { wrong: checkReceived(applicationDate, today), odd: [] };
  if (found.wrong.length === 0 && applicationDate !== '' && applicationDate < br18) {
    const is = `${applicationDate}, before BR18 came into force`;
    found.odd.push({
      name: 'applicationDate',
      is,
      expected: `a day from ${br18} on, where BR18 is to be cited`,
    });
  }
  for (const { name, type, unit } of taxonomy.fields) {
    const value = fields[name];
    if (type === 'date') found.wrong.push(...checkDay(name, value));
    if (typeof value !== 'number') continue;
    const wrong = wrongNumber(name, value);
    const limit = unit === undefined ? undefined : rarelyAbove[unit];
    if (wrong !== null) found.wrong.push({ name, ...wrong });
    else if (limit !== undefined && value > limit)
      found.odd.push({ name, is: `${say(value)} ${unit}`, expected: `at most ${say(limit)} ${unit}` });
    else if (unit === '%' && value > 0 && value < 1)
      found.odd.push({
        name,
        is: `${say(value)} %`,
        expected: 'per cent, not a share of one (`unit: "%"` or `factor: 100` in the mapping)',
      });
  }
  return found;
}

function wrongNumber(name: string, value: number): Omit<Implausible, 'name'> | null {
  const is = say(value);
  const range = ranges[name];
  if (range !== undefined && (value < range[0] || value > range[1]))
    return { is, expected: `${range[0]} to ${range[1]}` };
  if (value < 0 && !mayBeNegative.has(name)) return { is: `${is}, below 0`, expected: '0 or more' };
  return whole.has(name) && !Number.isInteger(value) ? { is, expected: 'a whole number' } : null;
}

function checkReceived(day: string, today: string): Implausible[] {
  const wrong = checkDay('applicationDate', day);
  if (wrong.length > 0 || day <= today) return wrong;
  const is = `the date ${day}, which is still to come`;
  return [{ name: 'applicationDate', is, expected: `a day up to today, ${today}` }];
}

function checkDay(name: string, value: FieldValue | undefined): Implausible[] {
  // What could not be read is said already.
  if (typeof value !== 'string' || value === '' || (value >= days.from && value <= days.to)) return [];
  return [{ name, is: `the date ${value}`, expected: `a day from ${days.from} to ${days.to}` }];
}

/** As a Dane writes it. */
function say(value: number): string {
  return String(value).replace('.', ',');
}
