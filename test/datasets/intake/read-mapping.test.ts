import { describe, expect, it } from 'vitest';
import { InputError } from '../../../datasets/errors.ts';
import { readMapping } from '../../../datasets/intake/read-mapping.ts';
import { smallMapping } from '../../support/intake.ts';

const page = 'docs/intake.md explains each part.';

const table: [string, string, string][] = [
  ['an empty file', '', `m.yaml: an empty file, expected a mapping (YAML)\n  ${page}`],
  ['a list', '- a', `m.yaml, line 1: a list of 1, expected an object\n  ${page}`],
  [
    'a key twice',
    `${smallMapping()}case: {}\n`,
    `m.yaml, line 14: no YAML (DUPLICATE_KEY), expected a mapping (YAML)\n  ${page}`,
  ],
  [
    'an alias without its anchor',
    'schema: *x',
    `m.yaml: no YAML (Unresolved alias (the anchor must be set before the alias): x), expected a mapping (YAML)\n  ${page}`,
  ],
  [
    'another schema',
    smallMapping({ schema: 'schema: maalestok.suite.v1' }),
    `m.yaml, line 1, field schema: "maalestok.suite.v1", expected "maalestok.mapping.v1"\n  ${page}`,
  ],
  [
    'a part that is missing',
    smallMapping({ case: 'case:\n  caseId: Sagsnr' }),
    `m.yaml, line 4, field case.caseType: nothing, expected a column's name, \`{ column: … }\` or \`{ value: … }\`\n  ${page}`,
  ],
  [
    'a format of dates that is none',
    smallMapping().replace('applicationDate: Dato', 'applicationDate: { column: Dato, dates: [dd-mm] }'),
    `m.yaml, line 8, field case.applicationDate.dates[0]: "dd-mm", expected one of "yyyy-mm-dd", "dd-mm-yyyy", "dd.mm.yyyy", "d/m-yyyy", "excel", "dd/mm/yyyy", "mm/dd/yyyy", "dd-mm-yy"\n  ${page}`,
  ],
  [
    'column and value both',
    smallMapping().replace('{ value: byzone }', '{ value: byzone, column: Zone }'),
    `m.yaml, line 9, field case.zone.value: "byzone", expected \`column\` or \`value\`, not both\n  ${page}`,
  ],
  [
    'shares that do not sum to 1',
    smallMapping({ splits: 'splits:\n  seed: 7\n  shares: { test: 0.5 }' }),
    `m.yaml, line 16, field splits.shares: an object, expected shares that sum to 1\n  ${page}`,
  ],
  [
    'a pattern without a document',
    smallMapping({ files: 'files: { pattern: "{Sagsnr}.pdf" }' }),
    `m.yaml, line 14, field files.pattern: "{Sagsnr}.pdf", expected a pattern with {document} in it\n  ${page}`,
  ],
];

describe('readMapping', () => {
  it.each(table)('names the line of %s', (_, yaml, message) => {
    let error: unknown;
    try {
      readMapping(yaml, 'm.yaml');
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toBe(message);
  });

  it('takes a name alone for a column, and a seed for text', () => {
    const mapping = readMapping(smallMapping({ splits: 'splits: { seed: 2024 }' }), 'm.yaml');
    expect([mapping.case.caseId, mapping.splits]).toEqual([
      { column: 'Sagsnr' },
      { seed: '2024', shares: { practice: 0.2, test: 0.8 } },
    ]);
  });
});
