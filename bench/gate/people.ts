import type { Draw } from './draw.ts';
import { type Half, halfOf } from './halves.ts';
import names from './names.json' with { type: 'json' };

/** Family names that no list of common names has, and some that are words. */
const rareFamilies = [
  'Thorlacius',
  'Quistorff',
  'Nørremark',
  'Skotte',
  'Bygballe',
  'Rishøj',
  'Vindelev',
  'Agergaard',
  'Stoltenborg',
  'Kragelund',
  'Tranekjær',
  'Blichfeldt',
  'Ostenfeld',
  'Hvirvelkær',
  'Piil',
  'Brandstrup',
  'Zachariassen',
  'Okkels',
  'Szymanski',
  'Kowalczyk',
  'Petrović',
  'Hadžić',
  'Yıldız',
  'Osmanović',
  'Nguyen',
  'Al-Rashid',
  'Haddad',
  'Warsame',
  'Skov',
  'Bakke',
  'Lund',
  'Holm',
  'Dam',
  'Kær',
  'Eng',
  'Toft',
  'Høj',
  'Berg',
  'Krog',
  'Mose',
  'Sommer',
  'Winther',
];

/** Written for this list: long, double and foreign given names. */
const rareGivens = [
  'Anne-Mette',
  'Hans Henrik',
  'Bodil',
  'Karl-Erik',
  'Oluf',
  'Ingelise',
  'Sólrun',
  'Przemysław',
  'Nadezhda',
  'Farhiya',
  'Mehmet',
  'Siv',
  'Villum',
  'Tjalfe',
  'Embla',
  'Thyge',
  'Gunver',
  'Leise',
];

export interface People {
  full(): string;
  /** As it stands in forms, letters and title blocks: whole, turned round, with initials, in capitals, double. */
  written(): string;
  given(): string;
  family(): string;
}

/** As a PDF's text has a word that its line's end parts: a hidden hyphen, a new line, an indent. */
function brokenWord(word: string): string {
  const middle = Math.ceil(word.length / 2);
  return `${word.slice(0, middle)}\u00ad\n  ${word.slice(middle)}`;
}

export function createPeople(draw: Draw, half: Half): People {
  const givens = halfOf([...names.given, ...rareGivens], half);
  const families = halfOf([...names.family, ...rareFamilies], half);
  const given = () => draw.pick(givens);
  const family = () => draw.pick(families);
  const full = () => `${given()} ${family()}`;
  const forms: (() => string)[] = [
    full,
    full,
    full,
    () => `${given()} ${family()} ${family()}`,
    () => `${given()} ${draw.letters(1)}. ${family()}`,
    () => `${given()} ${family()}-${family()}`,
    () => `${given()} ${given()} ${family()}`,
    () => full().toUpperCase(),
    () => `${given()} ${draw.pick(['von', 'de', 'af'])} ${family()}`,
    () => `${given()} ${brokenWord(family())}`,
  ];
  return { full, given, family, written: () => draw.pick(forms)() };
}
