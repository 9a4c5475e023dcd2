import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../../evals/baselines/checklist/reading/facts.ts';
import { foldText } from '../../../../../evals/baselines/checklist/reading/fold-text.ts';
import { readMetres, readNumber } from '../../../../../evals/baselines/checklist/reading/read-number.ts';
import { composeCase, document } from '../../compose-case.ts';

const read = (type: string, text: string) =>
  readFacts(composeCase({ documents: [document('d', type, 'Bilag', text)] }));

describe('foldText', () => {
  it.each([
    ['Højde 2,5O m²', 'hojde 2,50 m2'],
    ['hoejde l4 kvm', 'hojde 14 m2'],
    ['Plan før og efter', 'plan foer og efter'],
    ['29,7 Yo', '29,7 %'],
  ])('folds %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('numbers', () => {
  it('reads Danish numbers and lengths', () => {
    expect(['1.250', '2,50', '8.05', '12.500,75', '+4,35'].map(readNumber)).toEqual([
      1250, 2.5, 8.05, 12500.75, 4.35,
    ]);
    expect([
      readMetres('2500', undefined),
      readMetres('2,50', undefined),
      readMetres('12', undefined),
    ]).toEqual([2.5, 2.5, undefined]);
  });
});

describe('readFacts', () => {
  it.each([
    [
      'beskrivelse',
      'Carporten placeres 0,50 m fra naboskel mod vest og er 2,40 m høj.',
      [['neighbour', 0.5, 'vest']],
    ],
    [
      'situationsplan',
      'Skel mod nord 3,20 m\nAfstand til vej 6,4O m',
      [
        ['neighbour', 3.2, 'nord'],
        ['road', 6.4, undefined],
      ],
    ],
    [
      'situationsplan',
      'Afstand til skel: nord 3,20 m, øst 5,10 m',
      [
        ['neighbour', 3.2, 'nord'],
        ['neighbour', 5.1, 'ost'],
      ],
    ],
    ['beskrivelse', 'BR18 § 177 kræver mindst 2,5 m til skel.', []],
    ['beskrivelse', 'Facaden ligger 14,0 m fra vejmidte.', [['roadMiddle', 14, undefined]]],
    ['ansoegning', 'Skovvej 12, 4000 Roskilde. Grundareal 800 m².', []],
  ])('reads distances in %s: %s', (type, text, expected) => {
    expect(read(type, text).distances.map((item) => [item.to, item.value, item.direction])).toEqual(expected);
  });

  it.each([
    ['snit', 'Bygningshøjde 6,85 m   Loftshøjde 2,50 m', [6.85]],
    ['facade', 'kip +8,O5  terr +I,2O  Koter i DVR9O', [6.85]],
    ['beskrivelse', 'Byggeretten giver højst 8,5 m højde. Værnets højde er 1,10 m.', []],
  ])('reads heights in %s: %s', (type, text, expected) => {
    expect(read(type, text).heights.map((item) => item.value)).toEqual(expected);
  });

  it('tells the drawings of one file apart by their title blocks', () => {
    const set = document(
      't',
      'tegningssaet',
      'Tegninger',
      'Emne Situa tionsplan  Mål 1:2OO',
      'Emne: Plan, eksisterende  Mål 1:100',
      'Emne: Stueplan og snit A-A',
      'FACADE MOD NORDØST 1:100',
    );
    expect(
      readFacts(composeCase({ documents: [set] })).drawings.map((drawing) => [
        [...drawing.kinds].join(),
        drawing.hasScale,
        drawing.directions.join(),
      ]),
    ).toEqual([
      ['sitePlan', true, ''],
      ['planExisting', true, ''],
      ['section,planNew', false, ''],
      ['elevation', true, 'nordost'],
    ]);
  });

  it('takes no mention in a list of enclosures for the paper itself', () => {
    expect(
      read(
        'ansoegning',
        'Bilag 7: Starterklæring fra brandrådgiver\nStarterklæring, brand, vedlægges',
      ).hasDocument('starterklaering_brand'),
    ).toBe(false);
    expect(
      read('andet', 'STARTERKLÆRING - BRAND\nUndertegnede erklærer').hasDocument('starterklaering_brand'),
    ).toBe(true);
  });

  it('reads ticked chapters where the field is absent', () => {
    const text = 'Erklæring om tekniske forhold\n[x] kapitel 4 afløb\n[ ] kapitel 5 brand\nKap. 7, 11 og 15';
    const item = composeCase({
      fields: { erklaering_tekniske_kapitler: undefined },
      documents: [document('d', 'ansoegning', 'Ansøgning', text)],
    });
    expect([...(readFacts(item).declaredChapters ?? [])]).toEqual([4, 7, 11, 15]);
  });
});
