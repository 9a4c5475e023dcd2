import { describe, expect, it } from 'vitest';
import { InputError } from '../../../datasets/errors.ts';
import { readMapping } from '../../../datasets/intake/read-mapping.ts';
import { smallMapping } from '../../support/intake.ts';

function refusal(yaml: string): string | undefined {
  try {
    readMapping(yaml, 'm.yaml');
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

const page = 'docs/intake.md explains each part.';
const small = smallMapping();
const all = '`npx maalestok taxonomy --json` lists all';
const zone = 'one of byzone, landzone, sommerhusomraade';

const table: [string, string, string][] = [
  [
    'a misspelt field',
    small.replace('grundareal_m2', 'grundarael_m2'),
    `m.yaml, line 11, field case.fields.grundarael_m2: the field "grundarael_m2", which cases do not have, expected a field of the taxonomy byggesag 1.0\n  Did you mean "grundareal_m2"? ${all}; one of your own goes under \`case.ownFields\`.`,
  ],
  [
    'a field that nobody knows',
    small.replace('grundareal_m2', 'farve'),
    `m.yaml, line 11, field case.fields.farve: the field "farve", which cases do not have, expected a field of the taxonomy byggesag 1.0\n  ${all}; one of your own goes under \`case.ownFields\`.`,
  ],
  [
    'a field of the taxonomy as one of their own',
    small.replace('  fields:', '  ownFields:'),
    'm.yaml, line 11, field case.ownFields.grundareal_m2: "grundareal_m2", a field of the taxonomy, expected fields that the taxonomy does not have\n  Move it to `case.fields`.',
  ],
  [
    'a type against the taxonomy',
    small.replace('grundareal_m2: Areal', 'grundareal_m2: { column: Areal, type: text }'),
    'm.yaml, line 11, field case.fields.grundareal_m2.type: the type text, expected number, as the taxonomy byggesag has it\n  Leave `type` out: the taxonomy says it.',
  ],
  [
    'a zone for all rows',
    small.replace('{ value: byzone }', '{ value: byzonen }'),
    `m.yaml, line 9, field case.zone.value: the unknown zone "byzonen" (Did you mean "byzone"?), expected ${zone}\n  ${page}`,
  ],
  [
    'a case type behind a word',
    small.replace('Tilbygning: tilbygning', 'Tilbygning: tilbyg'),
    expect.stringContaining(
      'm.yaml, line 6, field case.caseType.map.Tilbygning: the unknown case type "tilbyg"',
    ),
  ],
  [
    'a document type',
    small.replace('{ value: ansoegning }', '{ value: ansøgning }'),
    expect.stringContaining('the unknown document type "ansøgning" (Did you mean "ansoegning"?)'),
  ],
  [
    'a day that is none',
    small.replace('applicationDate: Dato', 'applicationDate: { value: 31-09-2024 }'),
    `m.yaml, line 8, field case.applicationDate.value: "31-09-2024", which is no day of the calendar, expected a date like 14-09-2024\n  ${page}`,
  ],
  [
    'a day either way round',
    small.replace('applicationDate: Dato', 'applicationDate: { value: 03/04/2024 }'),
    expect.stringContaining('"03/04/2024", where day and month may be either way round'),
  ],
  [
    'a number where text belongs',
    small.replace('{ value: Nordby }', '{ value: 07.10 }'),
    `m.yaml, line 7, field case.municipality.value: 7.1, a number, expected text, in quotation marks\n  ${page}`,
  ],
  [
    'a word where a number belongs',
    small.replace('grundareal_m2: Areal', 'grundareal_m2: { value: mange }'),
    `m.yaml, line 11, field case.fields.grundareal_m2.value: "mange", expected a number like 1.234,5\n  ${page}`,
  ],
  [
    'a code that is unknown',
    smallMapping({ labels: 'labels:\n  defects:\n    - { code: mangler_benyttelsen, when: Areal }' }),
    'm.yaml, line 16, field labels.defects[0].code: the unknown code "mangler_benyttelsen", expected a code of the taxonomy byggesag 1.0\n  Did you mean "mangler_benyttelse"? `npx maalestok taxonomy` lists them.',
  ],
  [
    'a code behind a word',
    smallMapping({ labels: 'labels:\n  defects:\n    - { codes: { column: Tekst, map: { A: mangler } } }' }),
    expect.stringContaining('field labels.defects[0].codes.map.A: the unknown code "mangler"'),
  ],
  [
    'a type of files',
    smallMapping({
      files: 'files: { pattern: "{Sagsnr}_{document}.pdf", types: { plan: situationsplann } }',
    }),
    expect.stringContaining(
      'field files.types.plan: the unknown document type "situationsplann" (Did you mean "situationsplan"?)',
    ),
  ],
];

describe('a mapping', () => {
  it.each(table)('is refused for %s', (_, yaml, message) => {
    expect(refusal(yaml)).toEqual(message);
  });

  it.each([
    ['a field of their own', small.replace('  fields:', '  ownFields: { farve: Farve }\n  fields:')],
    [
      'a day as Danes write it',
      small.replace('applicationDate: Dato', 'applicationDate: { value: 14-09-2024 }'),
    ],
    [
      'a day in a form that it names',
      small.replace('applicationDate: Dato', 'applicationDate: { value: 03/04/2024, dates: [dd/mm/yyyy] }'),
    ],
    [
      'a number with a decimal comma',
      small.replace('grundareal_m2: Areal', 'grundareal_m2: { value: "812,5" }'),
    ],
    ['a Danish name', small.replace('{ value: byzone }', '{ value: Byzone }')],
  ])('may say %s', (_, yaml) => {
    expect(refusal(yaml)).toBeUndefined();
  });
});
