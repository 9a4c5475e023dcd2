import type { Random } from '../../evals/statistics/random.ts';
import { between, pick } from './draw.ts';
import type { Style } from './style.ts';

export interface Municipality {
  name: string;
  cluster: string;
  style: Style;
  /** `S2024-18422` and the like; # is a digit. */
  caseNumber: string;
  /** Headings of the form, and what it asks first. */
  form: 'bom' | 'questions' | 'table';
}

/** Pseudonyms, with a way of writing of their own. */
export const municipalities: readonly Municipality[] = [
  {
    name: 'Nordby',
    cluster: 'klynge-1',
    form: 'bom',
    caseNumber: 'S2024-#####',
    style: { thousands: '.', squareMetre: 'm²', date: 'long', percent: ' %' },
  },
  {
    name: 'Søkær',
    cluster: 'klynge-1',
    form: 'questions',
    caseNumber: '24/#####',
    style: { thousands: '', squareMetre: 'm2', date: 'dashes', percent: ' pct.' },
  },
  {
    name: 'Østerlund',
    cluster: 'klynge-1',
    form: 'table',
    caseNumber: '02.34.02-P19-####-24',
    style: { thousands: '.', squareMetre: 'm²', date: 'dots', percent: ' %' },
  },
  {
    name: 'Fjordbjerg',
    cluster: 'klynge-2',
    form: 'questions',
    caseNumber: 'F-2024-####',
    style: { thousands: ' ', squareMetre: 'm²', date: 'long', percent: ' %' },
  },
  {
    name: 'Holmegård',
    cluster: 'klynge-2',
    form: 'bom',
    caseNumber: 'BYG-24-#####',
    style: { thousands: '.', squareMetre: 'm2', date: 'dots', percent: ' pct.' },
  },
  {
    name: 'Vestermark',
    cluster: 'klynge-2',
    form: 'table',
    caseNumber: '2024-####-BS',
    style: { thousands: '', squareMetre: 'm²', date: 'dashes', percent: ' %' },
  },
];

const stems = [
  'Kløver',
  'Hassel',
  'Ravn',
  'Bøge',
  'Lærke',
  'Mose',
  'Skovl',
  'Tjørne',
  'Pile',
  'Hyld',
  'Gærde',
  'Stenrose',
  'Vibe',
  'Bakke',
  'Engblomme',
  'Hvede',
];
const ends = ['vænget', 'toften', 'krogen', 'stien', 'draget', 'parken', 'lunden', 'svinget'];
const cadastres = ['By', 'Markjorder', 'Hede', 'Overdrev', 'Bygrunde'];

export interface Place {
  address: string;
  matrikel: string;
  ejerlav: string;
}

/** A property that does not exist. */
export function drawPlace({ name }: Municipality, random: Random): Place {
  const street = pick(random, stems) + pick(random, ends);
  return {
    address: `${street} ${between(random, 1, 88, 1)}, ${name}`,
    matrikel: drawMatrikel(random),
    ejerlav: `${name} ${pick(random, cadastres)}`,
  };
}

export function drawMatrikel(random: Random): string {
  const letters = 'abcdefghkmnptuvxy';
  const letter = () => letters[random.below(letters.length)]!;
  return `${between(random, 2, 189, 1)}${letter()}${random.below(2) === 0 ? letter() : ''}`;
}

/** Each `#` of a pattern as a digit. */
export function fillDigits(pattern: string, random: Random): string {
  return pattern.replace(/#/gu, () => String(random.below(10)));
}
