import { describe, expect, it } from 'vitest';
import { detect } from '../../../datasets/privacy/detect.ts';

/** Kind and text of everything that is found. */
function found(text: string): string[] {
  return detect(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('a name that is a word of the language, or that no list has', () => {
  it.each([
    ...['Skov', 'Bæk', 'Lund', 'Sø', 'Eng', 'Dam'].flatMap((name): [string, string[]][] => [
      [`Ejer: ${name}`, [`name ${name}`]],
      [`nabo: ${name}`, [`name ${name}`]],
      [`Naboen (${name}) klager.`, [`name ${name}`]],
    ]),
    ['Ejer: Skov, som bor på stedet', ['name Skov']],
    ['Klager: Okkels', ['name Okkels']],
    ['Hilsen\nWojciech', ['name Wojciech']],
    ['Med venlig hilsen\n\n    Xulmo Vraberg\n    Byggesagsbehandler', ['name Xulmo Vraberg']],
    ['Det ønsker ejerne Per og Lone', ['name Per', 'name Lone']],
    ['Ejere: Lone & Per', ['name Lone', 'name Per']],
    ['Ejerne Quixa og Zolmer ønsker en udestue', ['name Quixa', 'name Zolmer']],
    ['Gunhilds mand Per Bisp bor her', ['name Per Bisp']],
    ['Mvh. GB', ['signature GB']],
    ['Med venlig hilsen\n   GB\n', ['signature GB']],
    ['Kontrol: ABJ', ['signature ABJ']],
    ['Tegnet: ABJ', ['signature ABJ']],
  ])('is found in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'Skov og eng er fredet. Skov: ja. Sø: nej.',
    'Nabo: Skov og eng mod vest',
    'Nabo: Skov, eng og mose',
    'Ejer: Privat',
    'Ejer: Kommunen',
    'Naboen (mod nord) er hørt.',
    'Hilsen\nKommunen',
    'Mvh. Byg og Miljø',
    'Med venlig hilsen\nBeredskabet',
    'Venlig hilsen\nTegnestue M-21',
    'Mvh ejeren',
    'Kontrol: JA. Kontrol: EI 60. Kontrol: KK2. Kontrol: DS/EN 1990',
    // Title blocks of the drawings that come with the synthetic cases.
    'Fase: Ansøgning     Tegn.: T     Kontr.:',
    'Fase: Ansøgning Tegn.: T Kontr.: Dato: 1.',
    'Fase: Ansøgning     Tegn.:      Kontr.:',
  ])('is none in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the second of its kind', () => {
  it.each([
    [
      'Byggeriet er på Tjørnevænget 12, 4000 Roskilde. Strandvejen 14 er hørt.',
      ['address Tjørnevænget 12, 4000 Roskilde', 'address Strandvejen 14'],
    ],
    [
      'Tjørnevænget 12, 4000 Roskilde Strandvejen 14, 4000 Roskilde',
      ['address Tjørnevænget 12, 4000 Roskilde', 'address Strandvejen 14, 4000 Roskilde'],
    ],
    ['Matr.nr. 1a Prøveby og 2b Prøveby', ['matrikel 1a Prøveby', 'matrikel 2b Prøveby']],
    ['matr.nr. 7bx Skovby By, Skovby samt 7by', ['matrikel 7bx Skovby By, Skovby', 'matrikel 7by']],
    ['Matr.nr. 1a Prøveby. Skel mod 2b Prøveby.', ['matrikel 1a Prøveby', 'matrikel 2b Prøveby']],
  ])('is found in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['Matr.nr. 1a Prøveby og 2 huse', ['matrikel 1a Prøveby']],
    ['Matr.nr. 1a Prøveby, 5m fra skel', ['matrikel 1a Prøveby']],
    ['Matr.nr. 1a Prøveby. Rum 2b Prøveby', ['matrikel 1a Prøveby']],
    ['Rum 1a og 2b', []],
    ['Tjørnevænget 12, 4000 Roskilde. Kommuneplan 14', ['address Tjørnevænget 12, 4000 Roskilde']],
  ])('is none in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
