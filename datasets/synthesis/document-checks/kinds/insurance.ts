import type { DocumentKind } from '../document-kind.ts';
import { type Scenario, writtenDate } from '../scenario.ts';

/** Tilbud på byggeskadeforsikring: insurer, client, property, project. */
export const insuranceOffer: DocumentKind = {
  type: 'byggeskadeforsikring_tilbud',
  caseTypes: ['enfamiliehus_ny'],
  titles: ['Tilbud på byggeskadeforsikring', 'Byggeskadeforsikring', 'Forsikringstilbud'],
  missing: 'mangler_byggeskadeforsikring',
  instead: otherInsurance,
  faults: [
    {
      id: 'other-property',
      code: 'modstrid_ejendomsidentifikation',
      fields: ['adresse', 'matrikelnr'],
      noteDa: 'Tilbuddet gælder en anden ejendom end den, der søges for.',
    },
  ],
  fields: ({ address, cadastreNo, district, work }) => ({
    byggearbejde: work,
    adresse: address,
    matrikelnr: cadastreNo,
    ejerlav: district,
    bygningstype: 'enfamiliehus',
    antal_boliger: 1,
  }),
  make: (scenario, fault) => ({ pages: [scenario.choice.of('voice', [offer, mail])(scenario, fault)] }),
};

function offer(scenario: Scenario, fault: string | undefined): string {
  const { owners, choice } = scenario;
  return [
    `${insurer(scenario)}     TILBUD NR. ${choice.number('offer', 10400, 98800, 1)}`,
    'Byggeskadeforsikring efter byggelovens § 25 A',
    `Forsikringstager (bygherre): ${scenario.agent.name} for ${owners.join(' og ')}`,
    `Forsikringssted: ${placeOf(scenario, fault)}`,
    `Byggeri: ${scenario.work}, 1 bolig til helårsbeboelse`,
    `Dækningsperiode: 10 år fra ibrugtagning. Præmie: ${choice.number('premium', 22, 41, 1)}.${choice.of('rest', ['400', '750', '900'])} kr.`,
    `Tilbuddet er givet ${writtenDate(scenario)} og står ved magt i 6 måneder.`,
  ].join('\n');
}

function mail(scenario: Scenario, fault: string | undefined): string {
  return [
    `Kære ${scenario.agent.name}`,
    `Tak for forespørgslen. Vi tilbyder hermed den lovpligtige byggeskadeforsikring på ${scenario.work.toLowerCase()} på ${placeOf(scenario, fault)}.`,
    'Forsikringen omfatter én bolig og eftersyn efter 1 og 5 år. Policen udstedes, når tilbuddet er accepteret og præmien betalt.',
    `${insurer(scenario)}, ${writtenDate(scenario)}`,
  ].join('\n');
}

function insurer({ choice }: Scenario): string {
  return choice.of('insurer', ['Vesterport Skade', 'Nordlys Byggeforsikring', 'Havneby Garanti']);
}

function placeOf(scenario: Scenario, fault: string | undefined): string {
  return fault === 'other-property'
    ? `${scenario.otherAddress}, matr.nr. ${scenario.otherCadastreNo}, ${scenario.district}`
    : `${scenario.address}, matr.nr. ${scenario.cadastreNo}, ${scenario.district}`;
}

/** An insurance, but of the works while they are built. */
function otherInsurance(scenario: Scenario): string[] {
  return [
    [
      `${insurer(scenario)}     TILBUD NR. ${scenario.choice.number('offer', 10400, 98800, 1)}`,
      'Entrepriseforsikring (all-risk) med brand og storm i byggeperioden',
      `Forsikringstager: ${scenario.agent.name}`,
      `Forsikringssted: ${placeOf(scenario, undefined)}`,
      `Byggeri: ${scenario.work}`,
      `Dækker fra byggestart til aflevering, højst 12 måneder. Præmie: 8.${scenario.choice.of('rest', ['400', '750', '900'])} kr.`,
      `Tilbuddet er givet ${writtenDate(scenario)}.`,
    ].join('\n'),
  ];
}
