import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../datasets/privacy/detect.ts';
import { processorMs } from '../../support/fastest.ts';
import { hostileText } from '../../support/hostile-privacy-text.ts';

/** Milliseconds of processor time of the faster of two tries. */
function fasterOfTwo(action: () => unknown): number {
  const tries = [0, 1].map(() => {
    const start = process.cpuUsage();
    action();
    return processorMs(start);
  });
  return Math.min(...tries);
}

/** Kind and text of everything that is found. */
function found(text: string): string[] {
  return detect(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('CPR numbers', () => {
  // The seventh digit says that these people are born in 2044: nobody's numbers.
  it.each([
    ['cpr 140244-6123', 'cpr 140244-6123'],
    ['Nummer 1402446123 i brevet', 'cpr 1402446123'],
    ['140244 6123', 'cpr 140244 6123'],
    ['140244-\n6123', 'cpr 140244-\n6123'],
    ['140244\n6123', 'cpr 140244\n6123'],
    ['14O244-6l23', 'cpr 14O244-6l23'],
    ['(140244-6123)', 'cpr 140244-6123'],
  ])('finds %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    '310244-6123',
    '000000-0000',
    '141344-6123',
    '300223-1234',
    '290201-1234',
    '14.02.2044-6123-29',
    '140244-6123-29',
    'A140244-6123',
    'EAN 5790001402446',
  ])('leaves %j, whose date is impossible or which is part of something else', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is surer where the check digit holds, and finds the others all the same', () => {
    const [right] = detect('140244-6123 ').map(({ confidence }) => confidence);
    const all = Array.from({ length: 10 }, (_, last) => detect(`140244-612${last}`)[0]!.confidence);
    expect(right).toBe(0.9);
    expect(all.filter((confidence) => confidence === 0.99)).toHaveLength(1);
    expect(all.every((confidence) => confidence >= 0.9)).toBe(true);
  });
});

describe('what identifies', () => {
  it.each([
    ['Naboen Skov klager over skyggen.', ['name Skov']],
    ['Ansøger: Przemysław Kowalczyk', ['name Przemysław Kowalczyk']],
    ['Ejere: Dorthe Vangsted og Niels Ejnar Vangsted', ['name Dorthe Vangsted', 'name Niels Ejnar Vangsted']],
    ['METTE BAKKE HANSEN  FACADE NORD', ['name METTE BAKKE HANSEN']],
    ['Brevet er fra Mette\nHansen', ['name Mette\nHansen']],
    [
      'Tømrer v/ Jens Lund, bor Rugvænget I4, 2. tv., 4000 Roskilde.',
      ['name Jens Lund', 'address Rugvænget I4, 2. tv., 4000 Roskilde'],
    ],
    ['H.C. Ørsteds Vej 12', ['address H.C. Ørsteds Vej 12']],
    ['matr.nr. 7bx, Skovby By, Skovby', ['matrikel 7bx, Skovby By, Skovby']],
    ['BFE-nr. 100063828', ['bfe 100063828']],
    ['Ejendomsnr. 123-045678', ['ejendomsnummer 123-045678']],
    ['tlf. 12 34 56 78, +45 12345678', ['phone 12 34 56 78', 'phone +45 12345678']],
    ['mette.hansen @ byggefirmaet-findes-ikke.dk', ['email mette.hansen @ byggefirmaet-findes-ikke.dk']],
    [
      'BOM-2024-018209, S2024-18422, sagsnr. 24/12345',
      ['sagsnummer BOM-2024-018209', 'sagsnummer S2024-18422', 'sagsnummer 24/12345'],
    ],
    ['02.34.02-P19-123-24', ['sagsnummer 02.34.02-P19-123-24']],
    ['CVR-nr. 12 34 56 78', ['cvr 12 34 56 78']],
    ['reg.nr. 1234 kontonr. 0123456789', ['account 1234 kontonr. 0123456789']],
    ['Bilen med nummerplade AB 12 345', ['plate AB 12 345']],
    ['55,67612 / 12,56834', ['coordinates 55,67612 / 12,56834']],
    ['UTM32 E 557993 N 6224181', ['coordinates E 557993 N 6224181']],
    ['Ejeren er født 14-02-1951.', ['birthdate 14-02-1951']],
    ['Tegn.: MKL  Rev: B', ['signature MKL']],
  ])('in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('what does not', () => {
  it.each([
    'Skov og eng er fredet. Skoven ligger mod syd. Bakken falder mod Kær og Mose.',
    'BR18 § 177, stk. 1, nr. 2, jf. LBK nr. 1178 af 23/09/2016',
    'Grundarealet er 1.250 m², budget 12 345 678 kr., varenummer 12345678',
    'Koter: 12 34 56 78 cm. Målkæde 2500 4200 1100 mm',
    'Tegn.nr. A-101-02, rev. B. Mål 1:100. Dato 14.09.2024.',
    'Vejen er 12 m bred; byggelinjen mod Strandvejen er 12,5 m. Etager 1.',
    'Entreprenør: Skov Byg A/S. Tømrerfirmaet Lund & Co. ApS. Jens Lund ApS.',
    'Per bolig 1,5 p-plads. Bo og arbejde. Rosa tegl. August og Maj.',
    'Peter Bangs Vej er lukket.',
    'Tegn.: T Kontr.: Godk.:',
    'Sted: Arbejdsbeskrivelse 24-318, side 1. Sted: Tegninger 24-318',
    'Skriv til byg@example.com eller svar@kommune.invalid.',
    'Se filen plan_v2@a3.pdf. Vindue V7a, etape 2b, EI 60, DS/EN 12345-1.',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      '140244-6123',
      'Mette Hansen',
      'Rugvej 3',
      'tlf. ',
      '12345678',
      '\n',
      ' ',
      'matr.nr. 7b',
      'AB 12 345',
      '@',
    ),
  );

  it('gives spans inside the text, in order, that do not overlap, and the same ones again', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const spans = detect(text);
        let last = 0;
        for (const { start, end, confidence } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(confidence).toBeGreaterThan(0);
          last = end;
        }
        expect(detect(text)).toEqual(spans);
      }),
    );
  });

  // A pattern that tries everything twice takes 16 times as long for four times the text, or never ends.
  it.each(Object.entries(hostileText))('takes no more than its length: %s, up to 1 MB', (_, unit) => {
    const of = (length: number) => unit.repeat(Math.ceil(length / unit.length));
    const [short, long] = [of(2 ** 18), of(2 ** 20)];
    detect(of(1000));
    const before = fasterOfTwo(() => detect(short));
    const after = fasterOfTwo(() => detect(long));
    expect(after / Math.max(before, 20)).toBeLessThan(12);
  });
});
