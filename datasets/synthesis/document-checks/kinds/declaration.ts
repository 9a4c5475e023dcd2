import type { DocumentKind } from '../document-kind.ts';
import { type Scenario, writtenDate } from '../scenario.ts';

const chapterNames: Record<number, string> = {
  2: 'Adgangsforhold',
  3: 'Affaldssystemer',
  4: 'Afløb',
  5: 'Brand',
  6: 'Brugerbetjente anlæg',
  7: 'Byggepladsen og udførelsen af byggearbejder',
  8: 'Byggeret og helhedsvurdering',
  9: 'Bygningers indretning',
  10: 'Elevatorer',
  11: 'Energiforbrug og klimapåvirkning',
  12: 'Energiforsyningsanlæg',
  13: 'Forureninger',
  14: 'Fugt og vådrum',
  15: 'Konstruktioner',
  16: 'Legepladser',
  17: 'Lydforhold',
  18: 'Lys og udsyn',
  19: 'Termisk indeklima og installationer til varme- og køleanlæg',
  20: 'Ubebyggede arealer',
  21: 'Vand',
  22: 'Ventilation',
};

const chapters: Record<'enfamiliehus_ny' | 'tilbygning' | 'erhverv_lager', readonly number[]> = {
  enfamiliehus_ny: [2, 4, 5, 7, 9, 11, 13, 14, 15, 17, 18, 19, 21, 22],
  tilbygning: [4, 5, 7, 9, 11, 13, 14, 15, 17, 18, 19, 21, 22],
  erhverv_lager: [2, 4, 5, 7, 9, 11, 13, 15, 18, 19, 20, 21, 22],
};

/** Erklæring om tekniske forhold: the chapters of BR18 that the work concerns. */
export const technicalDeclaration: DocumentKind = {
  type: 'erklaering_tekniske',
  caseTypes: ['enfamiliehus_ny', 'tilbygning', 'erhverv_lager'],
  titles: ['Erklæring om tekniske forhold', 'Tekniske forhold, erklæring', 'Erklæring (BR18 kapitel 2-22)'],
  missing: 'mangler_erklaering_tekniske_forhold',
  instead: description,
  faults: [7, 15, 5, 4].map((chapter) => ({
    id: `without-${chapter}`,
    code: 'mangler_erklaering_tekniske_forhold',
    fields: ['byggearbejde'],
    noteDa: `Kapitel ${chapter} er ikke med, selv om arbejdet er omfattet.`,
  })),
  fields: ({ address, cadastreNo, district, work }) => ({
    byggearbejde: work,
    adresse: address,
    matrikelnr: cadastreNo,
    ejerlav: district,
  }),
  make: (scenario, fault) => ({
    pages: [scenario.choice.of('voice', [ticks, sentence])(scenario, named(scenario, fault))],
  }),
};

function named({ caseType }: Scenario, fault: string | undefined): readonly number[] {
  const all = chapters[caseType as keyof typeof chapters];
  return fault === undefined ? all : all.filter((chapter) => fault !== `without-${chapter}`);
}

function ticks(scenario: Scenario, list: readonly number[]): string {
  return [
    'Erklæring om, hvilke tekniske kapitler i BR18 arbejdet er omfattet af',
    `Ejendom: ${scenario.address}, matr.nr. ${scenario.cadastreNo}, ${scenario.district}`,
    `Arbejde: ${scenario.work}`,
    ...Object.entries(chapterNames).map(
      ([chapter, name]) => `[${list.includes(Number(chapter)) ? 'x' : ' '}] kap. ${chapter} ${name}`,
    ),
    `Afgivet ${writtenDate(scenario)} af ${scenario.agent.name}`,
  ].join('\n');
}

function sentence(scenario: Scenario, list: readonly number[]): string {
  return [
    `${scenario.work}, ${scenario.address} (${scenario.cadastreNo}, ${scenario.district})`,
    `Vi erklærer, at byggearbejdet er omfattet af bygningsreglementets tekniske kapitler ${list.slice(0, -1).join(', ')} og ${list.at(-1)}, og at kravene overholdes.`,
    'Dokumentation indsendes ved færdigmelding.',
    `${scenario.agent.name}, ${writtenDate(scenario)}`,
  ].join('\n');
}

/** A description of the building: technical, but no declaration. */
function description(scenario: Scenario): string[] {
  const main = scenario.world.buildings.at(-1)!;
  return [
    [
      'Teknisk beskrivelse',
      `${scenario.work}, ${scenario.address} (matr.nr. ${scenario.cadastreNo})`,
      `Ydervægge: ${main.wallMaterial}. Tag: ${main.roof.material}, hældning ${main.roof.pitchDegrees}°.`,
      'Terrændæk i beton med 400 mm isolering. Vinduer med trelags energiruder.',
      'Varme fra luft til vand-varmepumpe. Regnvand ledes til faskine på egen grund.',
      `${scenario.agent.name}, ${writtenDate(scenario)}`,
    ].join('\n'),
  ];
}
