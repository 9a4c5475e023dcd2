import type { Case } from '../../../datasets/case.ts';
import { foldLooks, NUM, numbers, rx, toNumber } from './fuzzy.ts';

export type SheetKind = 'site' | 'planNew' | 'planOld' | 'section' | 'facade';

export interface Sheet {
  kind: SheetKind;
  text: string;
  revision: string;
  /** The building it shows, as its subject says; empty for the site. */
  building: string;
}

const kinds: [SheetKind, string][] = [
  ['site', 'Emne: Situationsplan'],
  ['planNew', 'Emne: Plantegning nye forhold'],
  ['planOld', 'Emne: Plantegning eksisterende forhold'],
  ['section', 'Emne: Snit A-A'],
  ['facade', 'Emne: Facader'],
];

/** The drawings, by what their title blocks say; of two revisions the later one. */
export function readSheets({ documents }: Case): Sheet[] {
  const all = documents.flatMap(({ pages }) =>
    pages.flatMap(({ text }): Sheet[] => {
      const found = kinds.find(([, subject]) => rx(subject).test(text));
      if (found === undefined) return [];
      const building =
        [...text.matchAll(rx('Emne: /[^\\n,]+,\\s*([^\\n]*?)(?=\\s{3}|\\n|$)/'))][0]?.[1]?.trim() ?? '';
      return [
        {
          kind: found[0],
          text,
          building,
          revision: (/R[ec]v\.:\s*(\S)/u.exec(text)?.[1] ?? 'A').replace('8', 'B'),
        },
      ];
    }),
  );
  const latest = new Map<SheetKind, string>();
  for (const { kind, revision } of all) if (revision > (latest.get(kind) ?? '')) latest.set(kind, revision);
  return all.filter(({ kind, revision }) => revision === latest.get(kind));
}

export interface Placed {
  name: string;
  /** Metres to what lies beyond each boundary. */
  sides: { side: string; beyond: 'nabo' | 'sti' | 'vej'; metres: number }[];
}

/** The written list of distances. */
export function readDistances(text: string): Placed[] {
  const one = '/(\\p{L}+)/ /\\(/' + '/(\\p{L}+)/' + '/\\)/ #';
  const pattern = rx(`/([\\p{L}][\\p{L}\\d ]*):\\s*/${one}, ${one}, ${one}, ${one}`);
  return [...text.matchAll(pattern)].map((match) => ({
    name: match[1]!
      .trim()
      .split(/\s{3,}/u)
      .at(-1)!,
    sides: [0, 1, 2, 3].map((at) => ({
      side: readSide(match[2 + at * 3]!),
      beyond: readBeyond(match[3 + at * 3]!),
      metres: toNumber(match[4 + at * 3]!),
    })),
  }));
}

function readSide(word: string): string {
  return ['syd', 'øst', 'nord', 'vest'].find((side) => rx(`/^/${side}/$/`).test(word)) ?? word;
}

function readBeyond(word: string): 'nabo' | 'sti' | 'vej' {
  return (['nabo', 'sti', 'vej'] as const).find((kind) => rx(`/^/${kind}/$/`).test(word)) ?? 'nabo';
}

export interface ShownBuilding {
  name: string;
  state: 'ny' | 'eks.' | 'nedrives';
  m2: number;
}

/** The written list of built areas on the situation plan; a name that stands on the drawing too is taken once. */
export function readBuildings(text: string): ShownBuilding[] {
  const found = new Map<string, ShownBuilding>();
  for (const match of text.matchAll(rx('/(\\p{L}[\\p{L}\\d]*) \\((/ny/|/eks./|/nedrives/)\\) /# m/[²2z]/'))) {
    const state = rx('ny').test(match[2]!) ? 'ny' : rx('eks').test(match[2]!) ? 'eks.' : 'nedrives';
    found.set(foldLooks(match[1]!), { name: match[1]!, state, m2: toNumber(match[3]!) });
  }
  return [...found.values()];
}

export interface Heights {
  ridge?: number;
  eaves?: number;
  saddle: boolean;
}

export function readHeights({ text }: Sheet): Heights {
  const ridge = numbers(text, 'Højeste punkt #')[0];
  const eaves = numbers(text, 'Tagfod #')[0];
  return {
    ...(ridge === undefined ? {} : { ridge }),
    ...(eaves === undefined ? {} : { eaves }),
    saddle: rx('kip k').test(text) || rx('Taghældning').test(text),
  };
}

/** Width and depth of the plot: two written lengths whose product is the plot's area. */
export function readPlotSize(text: string, areaM2: number): [number, number] | undefined {
  const lengths = [...text.matchAll(new RegExp(`(?<![\\d,.])${NUM}(?![\\d.,])`, 'gu'))]
    .map((match) => match[1]!)
    .filter((each) => each.includes(','))
    .map(toNumber)
    .filter((each) => each > 10);
  for (const a of lengths)
    for (const b of lengths) if (a !== b && Math.abs(a * b - areaM2) < 0.75) return [a, b];
  const square = lengths.find((each) => Math.abs(each * each - areaM2) < 0.75);
  return square === undefined ? undefined : [square, square];
}

/** Sides on which a facade shows windows or doors. */
export function readOpenSides({ text }: Sheet): string[] {
  const lists = [
    ...text.matchAll(
      rx('stk. (?:/vindue|/dør)/[^\\n(]*\\(([^)]*)\\)/'.replace('(?:/vindue|/dør)', '/\\S+/')),
    ),
  ].map((match) => match[1]!);
  return ['syd', 'øst', 'nord', 'vest'].filter((side) =>
    lists.some((list) => rx(`/(?<!\\p{L})/${side}/(?!\\p{L})/`).test(list)),
  );
}

/** Whether a plan's outer wall at the top, which is the north, has an opening: its dimension chain has parts. */
export function readsOpenToTheNorth({ text }: Sheet): boolean {
  const lines = text.split('\n');
  const section = lines.findIndex((line) => line.trim() === 'A');
  return lines
    .slice(0, Math.max(0, section))
    .some((line) => /^\d{3,5}(?: {2,}\d{3,5}){2,}$/u.test(line.trim()));
}
