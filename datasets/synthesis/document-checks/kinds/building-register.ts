import { squareMetres } from '../../drawings/format.ts';
import type { DocumentKind } from '../document-kind.ts';
import { type Scenario, writtenDate } from '../scenario.ts';

/** BBR-oplysninger: areas by use, materials, heating. */
export const buildingRegister: DocumentKind = {
  type: 'bbr_skema',
  caseTypes: ['enfamiliehus_ny', 'sommerhus'],
  titles: ['BBR-oplysninger', 'BBR-skema', 'Oplysninger til BBR'],
  missing: 'mangler_bbr_oplysninger',
  instead: tax,
  faults: [
    { id: 'no-heating', code: 'mangler_bbr_oplysninger', noteDa: 'Opvarmning er ikke oplyst.' },
    {
      id: 'no-materials',
      code: 'mangler_bbr_oplysninger',
      noteDa: 'Ydervæg- og tagmateriale er ikke oplyst.',
    },
    {
      id: 'no-areas',
      code: 'mangler_bbr_oplysninger',
      noteDa: 'Arealerne er ikke fordelt på bolig, garage, carport, udhus og overdækning.',
    },
  ],
  fields: ({ address, cadastreNo, district, work, measures }) => ({
    byggearbejde: work,
    adresse: address,
    matrikelnr: cadastreNo,
    ejerlav: district,
    etageareal_primaer_m2: Math.round(measures.widthM * measures.depthM * 10) / 10,
  }),
  make: (scenario, fault) => ({ pages: [scenario.choice.of('voice', [table, prose])(scenario, fault)] }),
};

function facts(scenario: Scenario) {
  const { measures, choice } = scenario;
  const main = scenario.world.buildings.at(-1)!;
  return {
    area: squareMetres(measures.widthM * measures.depthM),
    wall: main.wallMaterial,
    roof: main.roof.material,
    heating: choice.of('heating', ['fjernvarme', 'varmepumpe, luft til vand', 'jordvarme']),
    carport: choice.of('carport', ['0', '18,0', '24,0']),
    shed: choice.of('shed', ['0', '6,0', '9,0']),
  };
}

function table(scenario: Scenario, fault: string | undefined): string {
  const { area, wall, roof, heating, carport, shed } = facts(scenario);
  const areas =
    fault === 'no-areas'
      ? [`Bebygget areal i alt: ${area} m²`]
      : [
          `Boligareal: ${area} m²`,
          'Tagetage: 0 m²   Kælder: 0 m²   Garage: 0 m²',
          `Carport: ${carport} m²   Udhus: ${shed} m²   Overdækket terrasse: 0 m²`,
        ];
  return [
    'OPLYSNINGER TIL BBR',
    `Ejendom: ${scenario.address}, matr.nr. ${scenario.cadastreNo}, ${scenario.district}`,
    `Byggearbejde: ${scenario.work}`,
    ...areas,
    `Ydervæg: ${fault === 'no-materials' ? '' : wall}`.trimEnd(),
    `Tagdækning: ${fault === 'no-materials' ? '' : roof}`.trimEnd(),
    `Opvarmning: ${fault === 'no-heating' ? '' : heating}`.trimEnd(),
    `Udfyldt ${writtenDate(scenario)}`,
  ].join('\n');
}

function prose(scenario: Scenario, fault: string | undefined): string {
  const { area, wall, roof, heating, carport, shed } = facts(scenario);
  const areas =
    fault === 'no-areas'
      ? `Der bliver bygget ${area} m² i alt.`
      : `Boligen er på ${area} m² uden tagetage og kælder. Carport ${carport} m², udhus ${shed} m², ingen garage og ingen overdækket terrasse.`;
  return [
    `Til BBR for ${scenario.address} (${scenario.cadastreNo}): ${scenario.work.toLowerCase()}`,
    areas,
    ...(fault === 'no-materials' ? [] : [`Ydervæggene er af ${wall}, og taget er af ${roof}.`]),
    ...(fault === 'no-heating' ? [] : [`Huset varmes op med ${heating}.`]),
    `${scenario.agent.name}, ${writtenDate(scenario)}`,
  ].join('\n');
}

/** About the same house and its area, but from another authority. */
function tax(scenario: Scenario): string[] {
  return [
    [
      'Foreløbig ejendomsvurdering',
      `Ejendom: ${scenario.address}, matr.nr. ${scenario.cadastreNo}, ${scenario.district}`,
      `Grundareal: ${Math.round(scenario.world.plot.widthM * scenario.world.plot.depthM)} m². Benyttelse: ubebygget grund`,
      `Grundværdi: 1.${scenario.choice.number('value', 120, 890, 10)}.000 kr. Beregnet ${writtenDate(scenario)}`,
      'Vurderingen kan ændres, når der er bygget.',
    ].join('\n'),
  ];
}
