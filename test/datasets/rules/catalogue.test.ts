import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { CatalogueSchema } from '../../../datasets/rules/catalogue.ts';
import { findLaw } from '../../../datasets/rules/find-law.ts';

const catalogue = builtInCatalogue();
const br18 = findLaw(catalogue, 'br18')!;
const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('the built-in catalogue', () => {
  test('is valid', () => {
    expect(CatalogueSchema.parse(catalogue).laws).toHaveLength(catalogue.laws.length);
  });

  test('holds BR18 in full', () => {
    const { provisions, chapters } = br18;
    const stk = provisions.flatMap((p) => p.stk);
    expect({
      chapters: chapters!.length,
      paragraphs: provisions.length,
      lettered: provisions.filter(({ p }) => /[a-z]$/.test(p)).length,
      stk: stk.length,
      nr: sum(stk.map(({ nr }) => nr)),
      litra: sum(stk.flatMap((s) => Object.values(s.litra ?? {}))),
      status: Object.groupBy(provisions, ({ status }) => status).inForce!.length,
      repealed: provisions.filter(({ status }) => status === 'repealed').length,
      likely: provisions.filter(({ status }) => status === 'likely').length,
      likelyRepealed: provisions.filter(({ status }) => status === 'likelyRepealed').length,
      completeInForce: provisions.filter((p) => p.complete && !/epealed/.test(p.status)).length,
      unpinned: provisions.filter((p) => p.complete && p.asOfAfter !== undefined).length,
    }).toEqual({
      ...{ chapters: 37, paragraphs: 585, lettered: 20, stk: 971, nr: 888, litra: 79 },
      ...{ status: 531, repealed: 16, likely: 35, likelyRepealed: 3, completeInForce: 464, unpinned: 16 },
    });
  });

  test('has every number of BR18 from 1 to 565, each in the chapter whose range holds it', () => {
    const numbers = br18.provisions.map(({ p }) => p).filter((p) => /^\d+$/.test(p));
    expect(numbers.map(Number)).toEqual(Array.from({ length: 565 }, (_, i) => i + 1));
    for (const { p, chapter } of br18.provisions) {
      const { from, to } = br18.chapters!.find(({ number }) => number === chapter)!;
      const number = Number.parseInt(p, 10);
      expect(number >= Number.parseInt(from!, 10) && number <= Number.parseInt(to!, 10), `§ ${p}`).toBe(true);
    }
  });

  test('has unique ids, unique §§ and stk. numbered from 1', () => {
    expect(new Set(catalogue.laws.map(({ id }) => id)).size).toBe(catalogue.laws.length);
    for (const law of catalogue.laws) {
      expect(new Set(law.provisions.map(({ p }) => p)).size, law.id).toBe(law.provisions.length);
      for (const { p, stk } of law.provisions) {
        expect(
          stk.map(({ n }) => n),
          `${law.id} § ${p}`,
        ).toEqual(stk.map((_, i) => i + 1));
      }
    }
  });

  test('no alias names two laws', () => {
    const owners = new Map<string, string>();
    for (const { id, shortDa, aliases } of catalogue.laws) {
      for (const alias of new Set([shortDa, ...aliases].map((name) => name.toLowerCase()))) {
        expect(owners.get(alias) ?? id, alias).toBe(id);
        owners.set(alias, id);
      }
    }
  });
});
