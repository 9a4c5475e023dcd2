import { months } from '../style.ts';
import type { World } from '../world.ts';
import { type Choice, createChoice } from './choice.ts';
import { buildPlace, chooseMeasures, type Measures, type PlaceType } from './place.ts';

export type CaseType = PlaceType | 'etagebolig';

/** An application that is being prepared, as far as one document of it tells. All of it is invented. */
export interface Scenario {
  choice: Choice;
  caseType: CaseType;
  zone: string;
  municipality: string;
  /** ISO. */
  date: string;
  address: string;
  cadastreNo: string;
  district: string;
  /** Of another property. */
  otherCadastreNo: string;
  otherAddress: string;
  work: string;
  /** A work that is something else. */
  otherWork: string;
  owners: readonly string[];
  agent: { name: string; role: string };
  measures: Measures;
  world: World;
  /** The same place, measured otherwise. */
  changed(measures: Partial<Measures>): World;
}

const works: Record<CaseType, readonly string[]> = {
  enfamiliehus_ny: ['Nyt enfamiliehus', 'Opførelse af enfamiliehus i ét plan'],
  tilbygning: ['Tilbygning til enfamiliehus', 'Tilbygning mod øst til enfamiliehus'],
  sommerhus: ['Nyt sommerhus', 'Opførelse af sommerhus'],
  erhverv_lager: ['Ny lagerhal', 'Opførelse af lagerhal med kontor'],
  etagebolig: ['Nybyggeri af etageboliger i 3 etager', 'Etageboliger, ny bygning i 3 etager'],
};

const givenNames = [
  'Ingelise',
  'Torben',
  'Annelise',
  'Kjeld',
  'Bodil',
  'Preben',
  'Lisbet',
  'Viggo',
  'Karna',
  'Egon',
];
const familyNames = [
  'Lykkegaard',
  'Vesterbo',
  'Stormholt',
  'Rugager',
  'Kildehøj',
  'Engmark',
  'Bakkelund',
  'Nørbo',
];

/** @param seed text that alone decides; the family's own */
export function createScenario(seed: string, caseType: CaseType, slanting: boolean): Scenario {
  const choice = createChoice(seed);
  const placeType: PlaceType = caseType === 'etagebolig' ? 'enfamiliehus_ny' : caseType;
  const measures = chooseMeasures(placeType, choice, slanting);
  const town = choice.of('town', ['Søkær', 'Havnebæk', 'Fjordbjerg', 'Lyngholm', 'Egeskov', 'Sandvig']);
  const number = choice.number('cadastre', 3, 48, 1);
  const letters = choice.of('letters', ['ab', 'bx', 'ce', 'dk', 'fn', 'g', 'hu', 'mz']);
  const street = choice.of('street', [
    'Rugvænget',
    'Mosebakken',
    'Kirsebærstien',
    'Nordlyvej',
    'Teglbakken',
    'Lærkesvinget',
  ]);
  const house = choice.number('house', 2, 88, 1);
  const month = choice.number('month', 7, 12, 1);
  const day = choice.number('day', 1, 28, 1);
  const family = choice.of('family', familyNames);
  const owner = (name: string) => `${choice.of(name, givenNames)} ${family}`;
  const owners = [
    owner('owner 1'),
    `${choice.of('owner 2', ['Rigmor', 'Villads', 'Ellinor', 'Asger'])} ${family}`,
  ];
  return {
    choice,
    caseType,
    // Its id in `zones.ts` is written without the letter; the shipped set has this, and is rebuilt to the byte.
    zone: caseType === 'sommerhus' ? 'sommerhusområde' : 'byzone',
    municipality: town,
    date: `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    address: `${street} ${house}`,
    cadastreNo: `${number}${letters}`,
    district: `${town} By`,
    otherCadastreNo: `${number + choice.number('other cadastre', 1, 9, 1)}${choice.of('other letters', ['ac', 'bd', 'ef', 'kt'])}`,
    otherAddress: `${choice.of('other street', ['Bøgealle', 'Skolebakken', 'Åkrogen', 'Hedevænget'])} ${house + 3}`,
    work: choice.of('work', works[caseType]),
    otherWork: choice.of('other work', [
      'Udskiftning af vinduer og yderdøre',
      'Nedrivning af garage',
      'Etablering af nedsivningsanlæg',
    ]),
    owners: choice.of('owners', [1, 2, 2]) === 1 ? owners.slice(0, 1) : owners,
    agent: choice.of('agent', [
      { name: 'Tegnestuen Rav ApS', role: 'arkitekt' },
      { name: 'Bindeleddet Byg A/S', role: 'entreprenør' },
      { name: 'Hvidtjørn Bygningsrådgivning', role: 'bygningskonstruktør' },
    ]),
    measures,
    world: buildPlace(placeType, measures, choice),
    changed: (other) => buildPlace(placeType, { ...measures, ...other }, choice),
  };
}

/** `14-09-2024` and other ways in which people write it. */
export function writtenDate({ date, choice }: Pick<Scenario, 'date' | 'choice'>): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  return choice.of('date form', [
    `${day}-${month}-${year}`,
    `${day}.${month}.${year}`,
    `${Number(day)}. ${months[Number(month) - 1]} ${year}`,
  ]);
}
