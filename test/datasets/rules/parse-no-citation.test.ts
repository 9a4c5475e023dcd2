import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { parseCitations } from '../../../datasets/rules/parse-citation.ts';
import { fastestMs } from '../../support/fastest.ts';
import { cited, readsTo } from './citation-table.ts';

describe('text without a citation', () => {
  readsTo([
    [''],
    ['   '],
    ['§'],
    ['§§'],
    ['§-tegnet mangler'],
    ['Paragraffen er uklar'],
    ['Der monteres 4 stk. vinduer og 2 stk. døre'],
    ['4 stk. 2-lags vinduer'],
    ['Antal stk.: 12'],
    ['Birkevænget nr. 14, 2. tv.'],
    ['matr.nr. 7bx, Skovby By, Skovby'],
    ['Tegning nr. 3, rev. B, mål 1:100'],
    ['Den 12. december 2019 kl. 10.30'],
    ['12.09.2024'],
    ['Byggesummen er 1.250.000,00 kr.'],
    ['Ring på 12 34 56 78'],
    ['Grunden er 1.250 m² og huset 8,5 m højt'],
    ['Der er 2,50 m til skel'],
    ['Sag 24/12345'],
    ['kapitel 3 i brandrapporten'],
    ['Se kapitel 3 i rapporten'],
    ['punkt 6.2 i beskrivelsen'],
    ['litra a'],
    ['stk. 2'],
    ['1. pkt. er uklart'],
    ['bilag 3, tabel 1'],
    ['artikel 6, stk. 3'],
    ['byggeloven'],
    ['efter reglerne i bygningsreglementet'],
    ['lokalplan nr. 211'],
    ['ejendommen er omfattet af lokalplan 1.23'],
    ['kommuneplanramme 5.9.N3'],
    ['BR18-5.1.1'],
    ['U-værdien er 0,12 W/m²K, jf. tabel 2'],
    ['brandklasse 2 og konstruktionsklasse 3'],
    ['EN 1990, DS 428 og SBi-anvisning 230'],
    ['br. 18 m'],
    ['Husnr. 5, st. tv.'],
  ]);
});

describe('numbers beside a citation that are none', () => {
  readsTo([
    ['BR18 § 177 og 2,5 m til skel', 'br18/177'],
    ['Efter BR18 § 177 er 2,5 m kravet', 'br18/177'],
    ['BR18 § 5 og 2 skure på 20 m²', 'br18/5'],
    ['BR18 § 5, 50 m²', 'br18/5'],
    ['BR18 § 5, stk. 1 og 2 vinduer', 'br18/5/1'],
    ['BR18 § 5, 4 stk. vinduer', 'br18/5'],
    ['BR18 § 5, 12. maj 2024', 'br18/5'],
    ['BR18 § 5 og 12. maj', 'br18/5'],
    ['BR18 § 10, stk. 1, 2024', 'br18/10/1'],
    ['BR18 § 176, 8,50 m', 'br18/176'],
    ['BR18 § 170 - 30 %', 'br18/170'],
    ['BR18 § 170, stk. 2, nr. 3: 30 pct.', 'br18/170/2/3'],
    ['BR18 § 377, 10 % af gulvarealet', 'br18/377'],
    ['Byggelovens § 16, sag nr. 14', 'byggeloven/16'],
    ['BR18 § 5 for Birkevænget nr. 14', 'br18/5'],
    ['BR18 § 5. Der monteres 4 stk. 3-lags vinduer', 'br18/5'],
    ['BR18 § 10, stk. 2, nr. 1. Tegning 3 og 4 mangler', 'br18/10/2/1'],
  ]);
});

describe('marks and blanks', () => {
  readsTo([
    ['BR18\u00a0§\u00a049,\u00a0stk.\u00a02', 'br18/49/2'],
    ['BR18\u202f§\u20099, stk. 2', 'br18/9/2'],
    ['bygnings\u00adreglementets § 49', 'br18/49'],
    ['BR\u201118 § 49', 'br18/49'],
    ['BR18 §§ 49\u201151', 'br18/49', 'br18/50', 'br18/51'],
    ['BR18 §§ 49\u221251', 'br18/49', 'br18/50', 'br18/51'],
    ['BR18 § 49,\nstk. 2,\r\nnr. 3', 'br18/49/2/3'],
    ['\ufeffBR18 § 49', 'br18/49'],
    ['milj\u00f8beskyttelseslovens § 3', 'miljoebeskyttelsesloven/3'],
    ['planla\u0308gning, BR18 § 49', 'br18/49'],
    ['lov om planlægning\u200b § 19', 'planloven/19'],
    ['BR18 §\t49', 'br18/49'],
    ['BR18 § § 49 og 50', 'br18/49', 'br18/50'],
    ['»BR18 § 49«', 'br18/49'],
    ['[BR18 § 49, stk. 2]', 'br18/49/2'],
    ['**BR18 § 49**', 'br18/49'],
  ]);
});

describe('where the text names it', () => {
  const catalogue = builtInCatalogue();

  test('a list shares its place and number; the next citation has its own', () => {
    const text = 'Se BR18 § 10, stk. 1, nr. 1 og 3, jf. byggelovens § 16.';
    const written = parseCitations(text, catalogue).map(({ written }) => [
      written.index,
      text.slice(written.start, written.end),
    ]);
    expect(written).toEqual([
      [0, 'BR18 § 10, stk. 1, nr. 1 og 3'],
      [0, 'BR18 § 10, stk. 1, nr. 1 og 3'],
      [1, 'byggelovens § 16'],
    ]);
  });

  test('offsets are those of the original text, soft hyphens and all', () => {
    const text = 'x\u00ad\u00ad BR18 §\u00a049, her';
    const [first] = parseCitations(text, catalogue);
    expect(text.slice(first!.written.start, first!.written.end)).toBe('BR18 §\u00a049');
  });

  test('repeats stay', () => {
    expect(parseCitations('BR18 § 5 og BR18 § 5', catalogue)).toHaveLength(2);
    expect(cited('BR18 § 5 og BR18 § 5')).toEqual(['br18/5']);
  });
});

describe('hostile text of 20,000 characters is read in under 100 ms', () => {
  const pieces = [
    '§ ',
    '§§ 1-',
    'BR18 § 1, ',
    'lokalplan nr. ',
    'lov om ',
    'stk. 1, ',
    'nr. 1 i ',
    '1.',
    'a-',
    '1, ',
    'BR-S ',
    '§ 1 og ',
  ];
  const more = [
    '§§ 1-199, ',
    'stk. 1 i § 1 ',
    '§ 1 i lov om a ',
    '§ 1, stk. 1-60, nr. 1-120, ',

    'kap. 1 ',
    'bygningsreglement ',
    'bilag 1, ',
    'https://elov.dk/',
    '(',
    'bekendtgørelse nr. ',
    '-\n',
    'i ',
    'e\u0301',
  ];
  test.each([...pieces, ...more])('%j', async (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length));
    parseCitations(piece.repeat(20), catalogueOf());
    expect(await fastestMs(() => parseCitations(text, catalogueOf()))).toBeLessThan(100);
  });
});

function catalogueOf() {
  return builtInCatalogue();
}
