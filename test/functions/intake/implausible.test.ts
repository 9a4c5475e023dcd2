import { describe, expect, it } from 'vitest';
import { csv, header, smallMapping, tryIntake } from '../../support/intake.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

/** A table with one field of its own in the column `Areal`. */
const withField = (field: string) => smallMapping().replace('grundareal_m2: Areal', field);

async function take(
  values: { date?: string; value?: string; type?: string; now?: string },
  mapping = smallMapping(),
) {
  const { date = '14-09-2024', value = '1', type = 'Carport', now } = values;
  await using temporary = await temporaryFolder();
  const good = '24/1;Carport;14-09-2024;1;x';
  const { report } = await tryIntake(temporary.folder, {
    input: 'a.csv',
    files: { 'a.csv': csv(header, good, `24/2;${type};${date};${value};x`) },
    mapping,
    ...(now === undefined ? {} : { now }),
  });
  return { rejected: report?.reasons.flatMap(({ reasons }) => reasons), odd: report?.odd };
}

const century = 'expected a day from 1900-01-01 to 2099-12-31';

describe('a value that cannot be', () => {
  it.each([
    ['an area below 0', { value: '-5' }, undefined, 'Areal: -5, below 0, expected 0 or more'],
    ['a year to come', { date: '14-09-2124' }, undefined, `Dato: the date 2124-09-14, ${century}`],
    ['a year long gone', { date: '14-09-1024' }, undefined, `Dato: the date 1024-09-14, ${century}`],
    [
      'half a home',
      { value: '1,5' },
      withField('antal_boliger: Areal'),
      'Areal: 1,5, expected a whole number',
    ],
    ['a SAVE value of 10', { value: '10' }, withField('save_vaerdi: Areal'), 'Areal: 10, expected 1 to 9'],
    [
      'a roof beyond the vertical',
      { value: '91' },
      withField('taghaeldning_grader: Areal'),
      'Areal: 91, expected 0 to 90',
    ],
    [
      'a day of the field’s own',
      { value: '01-01-1800' },
      withField('opstilling_fra: { column: Areal, empty: ["1"] }'),
      `Areal: the date 1800-01-01, ${century}`,
    ],
  ])('%s is refused', async (_, values, mapping, reason) => {
    expect(await take(values, mapping)).toEqual({ rejected: [reason], odd: [] });
  });

  it('a day that is still to come in Denmark is refused; the day itself is not', async () => {
    const date = '16-09-2024';
    const rejected = [
      'Dato: the date 2024-09-16, which is still to come, expected a day up to today, 2024-09-15',
    ];
    expect(await take({ date, now: '2024-09-15T21:59:59.000Z' })).toEqual({ rejected, odd: [] });
    expect(await take({ date, now: '2024-09-15T22:00:00.000Z' })).toEqual({ rejected: [], odd: [] });
  });

  it.each([
    ['0', undefined],
    ['-1,5', withField('gulvkote_m: Areal')],
    ['1,5', withField('etager: Areal')],
    ['350', withField('bebyggelsesprocent_oplyst_pct: { column: Areal, empty: ["1"] }')],
  ])('%s may be', async (value, mapping) => {
    expect(await take({ value }, mapping)).toEqual({ rejected: [], odd: [] });
  });
});

describe('a value that rarely is', () => {
  it.each([
    [
      'centimetres for metres',
      { value: '250000' },
      withField('afstand_nabo_m: Areal'),
      'Areal: 250000 m, expected at most 1000 m',
    ],
    [
      'a share for per cent',
      { value: '0,3' },
      withField('bebyggelsesprocent_oplyst_pct: Areal'),
      'Areal: 0,3 %, expected per cent, not a share of one (`unit: "%"` or `factor: 100` in the mapping)',
    ],
    [
      'a day before BR18',
      { date: '31-12-2017' },
      undefined,
      'Dato: 2017-12-31, before BR18 came into force, expected a day from 2018-01-01 on, where BR18 is to be cited',
    ],
  ])('%s is taken in and named', async (_, values, mapping, what) => {
    expect(await take(values, mapping)).toEqual({
      rejected: [],
      odd: [{ row: 3, caseId: '24-2', what }],
    });
  });
});

describe('words of ours', () => {
  const unmapped = smallMapping()
    .replace(/caseType: .*/u, 'caseType: Type')
    .replace('zone: { value: byzone }', 'zone: Areal')
    .replace('    grundareal_m2: Areal', '    sagsnr: Sagsnr');

  it('are known by their id or their Danish name, whatever the case; others are refused', async () => {
    await using temporary = await temporaryFolder();
    const { report } = await tryIntake(temporary.folder, {
      input: 'a.csv',
      files: {
        'a.csv': csv(header, '24/1;tilbygning;14-09-2024;Byzone;x', '24/2;Tilbygnig;14-09-2024;Havzone;x'),
      },
      mapping: unmapped,
    });
    const types =
      'enfamiliehus_ny, tilbygning, sekundaer_over_50, raekkehus_dobbelthus, etagebolig, ombygning, aendret_anvendelse, erhverv_lager, sommerhus, landzone_byggeri, nedrivning, altan, tagterrasse, midlertidig_konstruktion';
    const mapped = 'or a `map` in the mapping that leads to one';
    expect([report?.accepted, report?.reasons]).toEqual([
      1,
      [
        {
          row: 3,
          reasons: [
            `Type: the unknown case type "Tilbygnig" (Did you mean "tilbygning"?), expected one of ${types}, ${mapped}`,
            `Areal: the unknown zone "Havzone", expected one of byzone, landzone, sommerhusomraade, ${mapped}`,
          ],
        },
      ],
    ]);
  });
});

describe('a citation of a label', () => {
  it('that does not exist is refused, as where a sheet of labels is imported', async () => {
    await using temporary = await temporaryFolder();
    const mapping = smallMapping({
      labels: 'labels:\n  defects:\n    - { codes: Tekst, citations: Hjemmel }',
      documents: 'documents: []',
    });
    const lines = [
      '24/1;Carport;14-09-2024;1;mangler_benyttelse;BR18 § 10, stk. 1, nr. 3',
      '24/2;Carport;14-09-2024;1;mangler_benyttelse;BR18 § 9999',
      '24/3;Carport;14-09-2024;1;mangler_benyttelse;lov om nisser § 1',
    ];
    const { report } = await tryIntake(temporary.folder, {
      input: 'a.csv',
      files: { 'a.csv': csv(`${header};Hjemmel`, ...lines) },
      mapping,
    });
    expect([report?.accepted, report?.reasons]).toEqual([
      1,
      [
        {
          row: 3,
          reasons: [
            'Hjemmel: "BR18 § 9999", which does not exist on 2024-09-14, expected a provision in force on the case\'s date (BR18 ends at § 565)',
          ],
        },
        { row: 4, reasons: [expect.stringMatching(/^Hjemmel: /u)] },
      ],
    ]);
  });
});
