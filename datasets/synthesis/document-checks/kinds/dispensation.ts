import { metres } from '../../drawings/format.ts';
import type { DocumentKind } from '../document-kind.ts';
import { type Scenario, writtenDate } from '../scenario.ts';

/** Ansøgning om dispensation: which provision, by how much, and why. */
export const dispensation: DocumentKind = {
  type: 'dispensationsansoegning',
  caseTypes: ['enfamiliehus_ny', 'tilbygning', 'erhverv_lager'],
  titles: ['Ansøgning om dispensation', 'Dispensationsansøgning', 'Dispensation fra lokalplan'],
  missing: 'dispensation_ikke_ansoegt',
  instead: consent,
  faults: [
    {
      id: 'no-provision',
      code: 'dispensation_ikke_ansoegt',
      noteDa: 'Det fremgår ikke, hvilken bestemmelse der søges dispensation fra.',
    },
    {
      id: 'no-extent',
      code: 'dispensation_ikke_ansoegt',
      noteDa: 'Det fremgår ikke, hvor meget der afviges.',
    },
    { id: 'no-reason', code: 'dispensation_ikke_ansoegt', noteDa: 'Ansøgningen er ikke begrundet.' },
  ],
  fields: (scenario) => ({
    byggearbejde: scenario.work,
    adresse: scenario.address,
    matrikelnr: scenario.cadastreNo,
    ejerlav: scenario.district,
    lokalplan_nr: planOf(scenario),
  }),
  make: (scenario, fault) => ({ pages: [scenario.choice.of('voice', [letter, points])(scenario, fault)] }),
};

function planOf({ choice }: Scenario): string {
  return choice.of('plan', ['1.07', '214', '3.12', '88', '5-02']);
}

function facts(scenario: Scenario) {
  const { choice } = scenario;
  const section = `${choice.number('section', 5, 8, 1)}.${choice.number('sub', 1, 4, 1)}`;
  const line = choice.number('line', 5, 10, 0.5);
  const over = choice.number('over', 0.4, 1.6, 0.1);
  const reason = choice.of('reason', [
    'grunden er smal mod vejen, og et gammelt kloakstik gør det umuligt at rykke længere ind',
    'de to nabohuse ligger lige så langt fremme, og haven mod syd ellers mister sin sol',
    'der står et bevaringsværdigt egetræ, som vi gerne vil værne om',
  ]);
  return { section, line: metres(line), shown: metres(line - over), over: metres(over), reason };
}

function letter(scenario: Scenario, fault: string | undefined): string {
  const { section, line, shown, over, reason } = facts(scenario);
  const from =
    fault === 'no-provision'
      ? 'fra reglerne på stedet'
      : `fra lokalplan ${planOf(scenario)}, § ${section}, efter planlovens § 19`;
  return [
    `${scenario.municipality} Kommune, Plan og Byg`,
    `Vi søger om dispensation ${from} til ${scenario.work.toLowerCase()} på ${scenario.address} (matr.nr. ${scenario.cadastreNo}).`,
    fault === 'no-extent'
      ? 'Byggeriet kommer til at ligge lidt foran byggelinjen mod vejen.'
      : `Byggelinjen ligger ${line} m fra vejskel, og byggeriet kommer til at ligge ${shown} m fra skel, altså ${over} m foran den.`,
    ...(fault === 'no-reason' ? ['Vi håber, at I vil se på det.'] : [`Grunden er, at ${reason}.`]),
    `${scenario.owners[0]}, ${writtenDate(scenario)}`,
  ].join('\n');
}

function points(scenario: Scenario, fault: string | undefined): string {
  const { section, shown, line, over, reason } = facts(scenario);
  return [
    'ANSØGNING OM DISPENSATION',
    `Ejendom: ${scenario.address}, matr.nr. ${scenario.cadastreNo}, ${scenario.district}. Projekt: ${scenario.work}`,
    `1. Bestemmelse: ${fault === 'no-provision' ? 'se lokalplanen' : `lokalplan ${planOf(scenario)} § ${section} (byggelinje)`}`,
    `2. Afvigelse: ${fault === 'no-extent' ? 'byggelinjen overskrides' : `byggelinjen overskrides med ${over} m (${shown} m mod ${line} m)`}`,
    `3. Begrundelse: ${fault === 'no-reason' ? '' : `${reason}.`}`.trimEnd(),
    `${scenario.agent.name} for ${scenario.owners.join(' og ')}, ${writtenDate(scenario)}`,
  ].join('\n');
}

/** A neighbour who has nothing against it: no application. */
function consent(scenario: Scenario): string[] {
  return [
    [
      'Erklæring fra nabo',
      `Som nabo til ${scenario.address} (matr.nr. ${scenario.cadastreNo}) har jeg set tegningerne til ${scenario.work.toLowerCase()}.`,
      'Jeg har ingen indvendinger imod byggeriet og synes, at det pynter på vejen.',
      `Underskrevet ${writtenDate(scenario)} af ejeren af ${scenario.otherAddress}`,
    ].join('\n'),
  ];
}
