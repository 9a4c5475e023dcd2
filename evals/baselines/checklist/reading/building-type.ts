import type { Case } from '../../../../datasets/case.ts';
import { foldText } from './fold-text.ts';
import type { Fields } from './read-fields.ts';

export type BuildingType =
  | 'detached'
  | 'twoFamily'
  | 'semiDetached'
  | 'terraced'
  | 'apartments'
  | 'holidayHome'
  | 'outbuilding'
  | 'office'
  | 'storage'
  | 'institution'
  | 'farm'
  | 'other';

const words: [RegExp, BuildingType][] = [
  [/sekundaer|garage|carport|udhus|skur|drivhus/, 'outbuilding'],
  [/sommerhus|fritidshus|feriehus/, 'holidayHome'],
  [/tofamilie/, 'twoFamily'],
  [/dobbelthus/, 'semiDetached'],
  [/raekke|kaedehus|gruppehus/, 'terraced'],
  [/etage|lejlighed|ejendomskompleks/, 'apartments'],
  [/enfamilie|parcelhus|villa|fritliggende|stuehus|helarshus/, 'detached'],
  [/landbrug|avls|drifts|stald|lade/, 'farm'],
  [/institution|skole|daginst/, 'institution'],
  [/kontor|butik|erhverv_kontor|cafe|restaurant/, 'office'],
  [/lager|industri|vaerksted|erhverv/, 'storage'],
];

const ofCaseType: Record<string, BuildingType> = {
  enfamiliehus_ny: 'detached',
  sekundaer_over_50: 'outbuilding',
  raekkehus_dobbelthus: 'terraced',
  etagebolig: 'apartments',
  erhverv_lager: 'storage',
  sommerhus: 'holidayHome',
};

/** The type of building applied for: as the form says, else by the case type. */
export function readBuildingType(caseShown: Case, fields: Fields): BuildingType {
  const said = readWord(fields.text('bygningstype'));
  if (said !== undefined) return said;
  if (caseShown.caseType === 'raekkehus_dobbelthus' && /dobbelt/.test(fields.text('byggearbejde') ?? ''))
    return 'semiDetached';
  if (caseShown.caseType === 'tilbygning') {
    return readMainType(caseShown, fields);
  }
  return ofCaseType[caseShown.caseType] ?? readWord(fields.text('primaer_type')) ?? 'other';
}

/** The main building that an outbuilding, balcony or extension belongs to. */
export function readMainType(caseShown: Case, fields: Fields): BuildingType {
  const own = readWord(fields.text('bygningstype'));
  const main = readWord(fields.text('primaer_type')) ?? (own === 'outbuilding' ? undefined : own);
  if (main !== undefined) return main;
  const used = readWord(fields.text('anvendelse_eks') ?? fields.text('anvendelse_ny'));
  if (used !== undefined && used !== 'outbuilding') return used;
  return caseShown.caseType === 'sommerhus' || foldText(caseShown.zone).startsWith('sommerhus')
    ? 'holidayHome'
    : 'detached';
}

function readWord(text: string | undefined): BuildingType | undefined {
  return text === undefined ? undefined : words.find(([pattern]) => pattern.test(text))?.[1];
}
