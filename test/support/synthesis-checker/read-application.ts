import type { Case, FieldValue } from '../../../datasets/case.ts';
import { foldLooks, numbers, rx } from './fuzzy.ts';
import {
  type Placed,
  readBuildings,
  readDistances,
  readSheets,
  type Sheet,
  type SheetKind,
  type ShownBuilding,
} from './read-sheets.ts';

/** What the checker has read of an application: its fields, its texts and its drawings, and nothing else. */
export interface Application {
  shown: Case;
  /** Text of form, letters, descriptions and declarations; of two revisions the later. */
  words: string;
  /** Of documents other than form, letter and drawings, by type. */
  documents: Map<string, string>;
  sheets: Sheet[];
  distances: Placed[];
  buildings: ShownBuilding[];
  number(field: string): number | undefined;
  text(field: string): string;
  flag(field: string): boolean | undefined;
  list(field: string): string[];
  sheet(kind: SheetKind): Sheet[];
  /** First number that a pattern finds in the words. */
  said(pattern: string): number | undefined;
  says(pattern: string): boolean;
}

export function readApplication(shown: Case): Application {
  const sheets = readSheets(shown);
  const isDrawing = (text: string) => rx('Tegn.nr.').test(text) && rx('Emne').test(text);
  const documents = new Map<string, string>();
  for (const { type, pages } of shown.documents) {
    const text = pages.map((page) => page.text).join('\n');
    if (!isDrawing(text)) documents.set(type, `${documents.get(type) ?? ''}\n${text}`);
  }
  const words = [...documents.values()].join('\n');
  const site = sheets.find(({ kind }) => kind === 'site')?.text ?? '';
  const value = (field: string): FieldValue | undefined => shown.fields[field];
  return {
    shown,
    words,
    documents,
    sheets,
    distances: readDistances(site),
    buildings: readBuildings(site),
    number: (field) => (typeof value(field) === 'number' ? (value(field) as number) : undefined),
    text: (field) => (typeof value(field) === 'string' ? (value(field) as string) : ''),
    flag: (field) => (typeof value(field) === 'boolean' ? (value(field) as boolean) : undefined),
    list: (field) => (Array.isArray(value(field)) ? (value(field) as string[]) : []),
    sheet: (kind) => sheets.filter((sheet) => sheet.kind === kind),
    said: (pattern) => numbers(words, pattern)[0],
    says: (pattern) => rx(pattern).test(words),
  };
}

const outbuildings = ['Carport', 'Garage', 'Udhus', 'Skur'];

export function isOutbuilding(name: string): boolean {
  return outbuildings.some((each) => rx(`/^/${each}`).test(name));
}

/** The new buildings (or, where none is new, the standing ones) that the site plan lists. */
export function workOf({ buildings, distances }: Application): {
  name: string;
  place: Placed | undefined;
  outbuilding: boolean;
  m2: number;
  isNew: boolean;
}[] {
  const fresh = buildings.filter(({ state }) => state === 'ny');
  return (fresh.length > 0 ? fresh : buildings).map(({ name, m2, state }) => ({
    name,
    m2,
    isNew: state === 'ny',
    outbuilding: isOutbuilding(name),
    place: distances.find((each) => foldLooks(each.name) === foldLooks(name)),
  }));
}

/** The least written distance to a neighbour, path or road: the plan's, else the form's, else the text's. */
export function leastTo(application: Application, beyond: 'nabo' | 'sti' | 'vej'): number | undefined {
  const main = workOf(application).filter(({ outbuilding }) => !outbuilding);
  const work = main.length > 0 ? main : workOf(application);
  const drawn = work
    .flatMap(({ place }) => place?.sides ?? [])
    .filter((side) => side.beyond === beyond)
    .map(({ metres }) => metres);
  if (drawn.length > 0) return Math.min(...drawn);
  return application.number(`afstand_${beyond}_m`) ?? saidDistance(application, beyond);
}

/** What form or description say. */
export function saidDistance(application: Application, beyond: 'nabo' | 'sti' | 'vej'): number | undefined {
  const word = { nabo: 'naboskel', sti: 'stiskel', vej: 'vejskel' }[beyond];
  const description = application.documents.get('beskrivelse') ?? '';
  for (const sentence of description.split(/\n|(?<=[.;])\s/u)) {
    // Of walls that would stand near a boundary fire resistance is told, not a distance.
    if (!rx(word).test(sentence) || rx('EI 60').test(sentence)) continue;
    const metres = numbers(sentence, '# m/(?![²2\\p{L}])/')[0];
    if (metres !== undefined) return metres;
  }
  return undefined;
}

export function saidHeight({ documents }: Application): number | undefined {
  const description = documents.get('beskrivelse') ?? '';
  for (const sentence of description.split(/\n|(?<=[.;])\s/u)) {
    if (
      !rx('højde').test(sentence) ||
      rx('fri højde').test(sentence) ||
      rx('stabl').test(sentence) ||
      rx('værn').test(sentence)
    )
      continue;
    const metres = numbers(sentence, '# m/(?![²2\\p{L}])/')[0];
    if (metres !== undefined) return metres;
  }
  return undefined;
}
