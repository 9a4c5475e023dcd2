import type { Random } from '../../../evals/statistics/random.ts';
import { between, chance, pick } from '../draw.ts';
import type { DocPlan, Draft } from '../project.ts';
import { addDays } from '../style.ts';

/** Roofs that count as BROOF(t2). */
export const roofs = ['betontagsten', 'røde teglsten', 'tagpap', 'fibercementtagsten', 'stålplader'] as const;
export const walls = [
  'gul mursten',
  'rød mursten',
  'pudset mur',
  'træbeklædning',
  'fibercementplader',
] as const;

/** The chapters of BR18 that such work concerns. */
const chapters = {
  house: [2, 4, 5, 7, 9, 11, 14, 15, 17, 18, 19, 21, 22],
  holiday: [4, 5, 7, 11, 14, 15, 17, 18, 19, 21, 22],
  outbuilding: [4, 5, 7, 15],
  block: [2, 3, 4, 5, 7, 9, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22],
  hall: [2, 3, 4, 5, 7, 9, 10, 11, 13, 15, 17, 18, 19, 20, 21, 22],
  alteration: [5, 7, 9, 14, 15, 17, 21],
  balcony: [2, 4, 5, 7, 9, 15],
  use: [2, 4, 5, 7, 9, 11, 14, 15, 17, 18, 19, 21, 22],
  tent: [2, 4, 5, 7, 15, 20],
} as const;

export function declare(draft: Draft, kind: keyof typeof chapters, random: Random): void {
  draft.known.erklaering_tekniske_kapitler = chapters[kind].map(String);
  if (chance(random, 0.4)) draft.docs.push({ type: 'erklaering_tekniske' });
}

/** The drawings of such work. */
export function draw(draft: Draft, types: readonly string[]): void {
  for (const type of types) draft.docs.push({ type });
}

/** Where rain goes; infiltration brings its application along. */
export function drain(draft: Draft, random: Random): void {
  const { known } = draft;
  known.regnvand = pick(random, ['kloak', 'kloak', 'kloak', 'faskine', 'nedsivning']);
  if (known.regnvand === 'kloak') return;
  known.nedsivning = true;
  draft.docs.push({ type: 'nedsivningsansoegning' });
}

export interface Classes {
  fire: 1 | 2 | 3;
  risk: 1 | 2 | 3;
  use: string;
  structure: 1 | 2 | 3;
  consequence: 'CC1' | 'CC2' | 'CC3';
  /** What the fire statement calls the building. */
  kind: string;
}

/** Fire and structure classes with their reasons, in documents of their own or in the description. */
export function classify(draft: Draft, classes: Classes, random: Random): void {
  const { known, docs } = draft;
  known.brandklasse = `BK${classes.fire}`;
  known.risikoklasse = `RK${classes.risk}`;
  known.anvendelseskategori = classes.use;
  known.konstruktionsklasse = `KK${classes.structure}`;
  known.konsekvensklasse = classes.consequence;
  known.brandbegrundelse = true;
  known.konstruktionsbegrundelse = true;
  known.indsats = true;
  known.brandtype = classes.kind;
  const ownDocuments = classes.fire > 1 || chance(random, 0.45);
  if (ownDocuments) docs.push({ type: 'brandredegoerelse' });
  if (classes.structure > 1 || chance(random, 0.35)) docs.push({ type: 'kk_redegoerelse' });
  if (classes.fire > 1) {
    known.brandraadgiver = `Brandrådgiver R-${between(random, 11, 97, 1)}, certifikat BK${classes.fire}-${between(random, 1200, 4800, 1)}`;
    docs.push({ type: 'starterklaering_brand' });
  }
  if (classes.structure > 1) {
    known.statiker = `Statiker S-${between(random, 11, 97, 1)}, certifikat KK${classes.structure}-${between(random, 1200, 4800, 1)}`;
    docs.push({ type: 'starterklaering_statik' });
  }
}

/** The papers of a new building: its declaration, its drawings, where rain goes, its classes. */
export function documentNew(
  draft: Draft,
  kind: keyof typeof chapters,
  classes: Classes,
  random: Random,
): void {
  declare(draft, kind, random);
  draw(draft, ['situationsplan', 'plantegning_ny', 'snit', 'facade']);
  drain(draft, random);
  classify(draft, classes, random);
}

/** New dwellings: an offer of insurance, or the owner's own declaration where he builds for himself. */
export function insure(draft: Draft, random: Random): void {
  const own = draft.voice === 'private' && draft.caseType === 'enfamiliehus_ny' && chance(random, 0.5);
  draft.known.byggeskadeforsikring = own ? 'selvbyg' : 'tilbud';
  draft.docs.push({ type: own ? 'selvbyg_erklaering' : 'byggeskadeforsikring_tilbud' });
}

/** Permits that are there already, in the register's words. */
export function grant(draft: Draft, permit: string, random: Random): void {
  const day = addDays(draft.date, -between(random, 20, 120, 1));
  draft.known.dispensationer_givet = [...(draft.known.dispensationer_givet ?? []), `${permit}, ${day}`];
}

export function findDoc(draft: Draft, type: string): DocPlan | undefined {
  return draft.docs.find((doc) => doc.type === type);
}

export function dropDoc(draft: Draft, type: string): boolean {
  const before = draft.docs.length;
  draft.docs = draft.docs.filter((doc) => doc.type !== type);
  return draft.docs.length < before;
}
