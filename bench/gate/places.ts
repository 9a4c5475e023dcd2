import type { Draw } from './draw.ts';
import { type Half, halfOf } from './halves.ts';

const firstParts = [
  'Rug',
  'Hassel',
  'Pile',
  'Mølle',
  'Kirke',
  'Fjord',
  'Grønne',
  'Bøge',
  'Lærke',
  'Vibe',
  'Søn',
  'Nørre',
  'Øster',
  'Vester',
  'Svane',
  'Tranum',
  'Elme',
  'Kløver',
  'Skovduen',
  'Præste',
  'Stations',
  'Havne',
  'Dyssegårds',
  'Kongens',
  'Ellekær',
];
const lastParts = [
  'vej',
  'gade',
  'vænget',
  'allé',
  'stien',
  'stræde',
  'parken',
  'toften',
  'bakken',
  'lunden',
  'marken',
  'engen',
  'haven',
  'svinget',
  'krogen',
  'ager',
  'brinken',
  'vangen',
  'bjerg',
  'gården',
  'kæret',
  'højen',
];
const wholeStreets = [
  'Sdr. Boulevard',
  'H.C. Ørsteds Vej',
  'Niels Ebbesens Vej',
  'Gl. Kongevej',
  'Kong Hans Gade',
  'Nordre Ringvej',
  'Ved Gærdet',
  'Over Bækken',
  'Lille Strandstræde',
  'Peter Bangs Vej',
  'Store Torv',
  'Dronning Olgas Vej',
  'Bag Haverne',
  'Torvet',
  'Chr. Winthers Allé',
  'Sankt Pauls Plads',
];
const towns = [
  'Roskilde',
  'Silkeborg',
  'Hvidovre',
  'Nykøbing F',
  'Ærøskøbing',
  'Kolding',
  'Brønderslev',
  'Skive',
  'Odense SØ',
  'Hillerød',
  'Vejle Øst',
  'Kerteminde',
  'Store Heddinge',
  'Aarhus C',
];
const ejerlav = [
  'Skovby By, Skovby',
  'Tranum By, Tranum',
  'Nørre Aaby By',
  'Hasle Markjorder',
  'Ellinge By, Ellinge',
  'Vedbæk',
  'Gl. Haderslev',
  'Løgten By, Skødstrup',
  'Sønder Bjerge By',
  'Helsinge Bygrunde',
];

export interface Places {
  address(): string;
  cadastral(): string;
  /** A number with its land district's first word, without a label. */
  bareCadastral(): string;
}

export function createPlaces(draw: Draw, half: Half): Places {
  const first = halfOf(firstParts, half);
  const last = halfOf(lastParts, half);
  const whole = halfOf(wholeStreets, half);
  const town = halfOf(towns, half);
  const land = halfOf(ejerlav, half);
  const street = () => (draw.chance(0.25) ? draw.pick(whole) : draw.pick(first) + draw.pick(last));
  const house = () =>
    `${draw.number(1, 240)}${draw.chance(0.2) ? draw.pick(['A', 'B', 'C', 'b', ' D']) : ''}`;
  const floor = () => draw.pick(['', '', '', ', 2. tv.', ', st. th', ', 1. mf.', ', 3.tv']);
  const post = () => `${draw.number(1, 9)}${draw.digits(2)}0 ${draw.pick(town)}`;
  const forms = [
    () => `${street()} ${house()}`,
    () => `${street()} ${house()}, ${post()}`,
    () => `${street()} ${house()}${floor()}, ${post()}`,
    () => `${street()} ${house()}${floor()}`,
    () => `${street()} ${house()}\n${post()}`,
    () => `${street()} ${draw.pick(['I4', '1O', 'l7', '2l'])}`,
    () => `${street().toUpperCase()} ${house()}`,
  ];
  const number = () => `${draw.number(1, 340)}${draw.pick(['a', 'bx', 'c', 'ha', 'm', 'dk', 'æ', 'cr', ''])}`;
  const lettered = () => `${draw.number(1, 340)}${draw.pick(['a', 'bx', 'c', 'ha', 'm', 'dk', 'cr'])}`;
  const cadastral = [
    () => `matr.nr. ${number()}`,
    () => `matr. nr. ${number()}, ${draw.pick(land)}`,
    () => `Matr.nr.: ${lettered()} ${draw.pick(land)}`,
    () => `matrikel ${lettered()}, ${draw.pick(land)}`,
    () => `Matr nr ${lettered()}`,
    () => `matrikelnummer ${number()}`,
    () => `${lettered()}, ${draw.pick(land)}`,
    () => `matr.nre. ${lettered()} og ${lettered()}`,
  ];
  const bareCadastral = () => `${lettered()} ${draw.pick(land).split(',')[0]}`;
  return {
    address: () => draw.pick(forms)(),
    cadastral: () => draw.pick(cadastral)(),
    bareCadastral,
  };
}
