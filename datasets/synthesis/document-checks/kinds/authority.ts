import { lower } from '../../phrases/lower.ts';
import type { DocumentKind } from '../document-kind.ts';
import { type Scenario, writtenDate } from '../scenario.ts';

/** Fuldmagt: all owners, the property, the work, date and signatures. */
export const authority: DocumentKind = {
  type: 'fuldmagt',
  caseTypes: ['enfamiliehus_ny', 'tilbygning', 'sommerhus'],
  titles: ['Fuldmagt', 'Fuldmagt fra ejer', 'Underskrevet fuldmagt'],
  missing: 'mangler_fuldmagt',
  instead: receipt,
  faults: [
    {
      id: 'one-owner',
      code: 'mangler_fuldmagt',
      twoOwners: true,
      fields: ['antal_ejere'],
      noteDa: 'Ejendommen har to ejere, og kun den ene har skrevet under.',
    },
    {
      id: 'other-work',
      code: 'mangler_fuldmagt',
      fields: ['byggearbejde'],
      noteDa: 'Fuldmagten gælder et andet arbejde end det, der søges om.',
    },
    { id: 'unsigned', code: 'mangler_fuldmagt', noteDa: 'Fuldmagten er hverken dateret eller underskrevet.' },
  ],
  fields: ({ owners, agent, address, cadastreNo, district, work }) => ({
    byggearbejde: work,
    adresse: address,
    matrikelnr: cadastreNo,
    ejerlav: district,
    antal_ejere: owners.length,
    ansoeger_rolle: agent.role,
    ejer_signatur: false,
  }),
  make: (scenario, fault) => ({
    pages: [scenario.choice.of('voice', [form, letter, plain])(scenario, fault)],
  }),
};

function form(scenario: Scenario, fault: string | undefined): string {
  const { owners, agent, address, cadastreNo, district } = scenario;
  return [
    'FULDMAGT TIL BYGGESAG',
    `Ejendom: ${address}, matr.nr. ${cadastreNo}, ${district}`,
    `Fuldmagtshaver: ${agent.name} (${agent.role})`,
    `Arbejdets art: ${workOf(scenario, fault)}`,
    'Fuldmagten omfatter ansøgning, bilag, svar på kommunens spørgsmål og færdigmelding.',
    ...owners.map((owner, i) => {
      const signed = signs(fault, i) ? `underskrevet ${writtenDate(scenario)}` : '................';
      return `Ejer ${i + 1}: ${owner}     Dato og underskrift: ${signed}`;
    }),
  ].join('\n');
}

function letter(scenario: Scenario, fault: string | undefined): string {
  const { owners, agent, address, cadastreNo, district, choice, municipality } = scenario;
  const both = owners.length > 1;
  const we = both ? 'Vi' : 'Jeg';
  const signatures = owners.flatMap((owner, i) =>
    signs(fault, i) ? [`${owner} (underskrevet med MitID ${writtenDate(scenario)})`] : [],
  );
  return [
    `Til ${municipality} Kommune`,
    '',
    `${we} ejer ${address} (matr.nr. ${cadastreNo}, ${district}) og giver hermed ${agent.name} lov til at søge på ${both ? 'vores' : 'mine'} vegne.`,
    `Det drejer sig om: ${lower(workOf(scenario, fault))}.`,
    choice.of('closing', [
      `${agent.name} må også svare på spørgsmål og sende flere tegninger.`,
      'Alle breve i sagen kan sendes til dem.',
    ]),
    '',
    `Ejer${both ? 'e' : ''}: ${owners.join(' og ')}`,
    ...signatures,
  ].join('\n');
}

function plain(scenario: Scenario, fault: string | undefined): string {
  const { owners, agent, address, cadastreNo, district } = scenario;
  const signed = owners.map((owner, i) =>
    signs(fault, i)
      ? `Underskrift: ${owner}, ${writtenDate(scenario)} (underskrevet)`
      : `Underskrift: (${owner})`,
  );
  return [
    `Undertegnede ejer${owners.length > 1 ? 'e' : ''} af ejendommen ${address}, matr.nr. ${cadastreNo}, ${district}, bemyndiger ${agent.name} til at repræsentere ejeren over for bygningsmyndigheden.`,
    `Bemyndigelsen vedrører: ${workOf(scenario, fault)}.`,
    'Bemyndigelsen gælder, til sagen er afsluttet, og kan tilbagekaldes skriftligt.',
    ...signed,
  ].join('\n');
}

function workOf({ work, otherWork }: Scenario, fault: string | undefined): string {
  return fault === 'other-work' ? otherWork : work;
}

function signs(fault: string | undefined, index: number): boolean {
  return fault !== 'unsigned' && !(fault === 'one-owner' && index === 1);
}

/** What the portal sends back: easily uploaded for the document itself. */
function receipt(scenario: Scenario): string[] {
  const { address, cadastreNo, district, work, owners } = scenario;
  return [
    [
      'Kvittering fra ansøgningsportalen',
      `Vi har modtaget jeres kladde den ${writtenDate(scenario)}.`,
      `Ejendom: ${address}, matr.nr. ${cadastreNo}, ${district}`,
      `Emne: ${work}`,
      `Registreret ejer: ${owners.join(' og ')}`,
      'Kladden er ikke sendt til kommunen, før alle bilag er lagt ind og ansøgningen er indsendt.',
    ].join('\n'),
  ];
}
