import { describe, expect, it } from 'vitest';
import { buildCase } from '../../../datasets/intake/build-case.ts';
import type { InputRow } from '../../../datasets/intake/input-row.ts';
import { readMapping } from '../../../datasets/intake/read-mapping.ts';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { emptyCell } from '../../../datasets/tables/table.ts';
import { builtInTaxonomy } from '../../../datasets/taxonomy/built-in-taxonomy.ts';
import { smallMapping } from '../../support/intake.ts';

const rowOf = (values: Record<string, string>): InputRow => ({
  row: 2,
  problems: [],
  raw: { texts: [] },
  cell: (column) => (values[column] === undefined ? emptyCell : { kind: 'text', value: values[column] }),
});

const build = (yaml: string, values: Record<string, string>) =>
  buildCase(
    readMapping(yaml, 'm.yaml'),
    rowOf({ Sagsnr: '24/1', Type: 'Carport', Dato: '14-09-2024', ...values }),
    {
      numbers: 'danish',
      thousands: false,
      dates: undefined,
      dateSystem: '1900',
      taxonomy: builtInTaxonomy(),
      catalogue: builtInCatalogue(),
      today: '2026-01-31',
    },
  );

const label = (defects: string, values: Record<string, string>) => {
  const { built, problems } = build(
    smallMapping({ labels: `labels:\n  defects:\n    - ${defects}` }),
    values,
  );
  return built?.label ?? problems;
};
const head = { schema: 'maalestok.label.v1', caseId: '24-1', labelVersion: '1', provenance: 'people' };

describe('labels', () => {
  it('from a column of codes and names, with citations, discretion and notes in the same order', () => {
    const name = builtInTaxonomy().defects.find(({ code }) => code === 'jordforurening_kortlagt')!.nameDa;
    const made = label('{ codes: Mangler, citations: Hjemmel, discretionary: Skøn, note: Note }', {
      Mangler: `mangler_benyttelse; ${name}`,
      Hjemmel: 'BR18 § 10, stk. 1, nr. 3;jordforureningslovens § 8 og BR18 § 35, stk. 2',
      Skøn: 'nej;ja',
      Note: ';V2',
    });
    expect(made).toEqual({
      ...head,
      outcome: 'deficient',
      defects: [
        {
          defectId: 'd1',
          code: 'mangler_benyttelse',
          role: 'required',
          severity: 'major',
          discretionary: false,
          citationSets: [['br18/10/1/3']],
          evidence: [],
        },
        {
          defectId: 'd2',
          code: 'jordforurening_kortlagt',
          role: 'required',
          severity: 'critical',
          discretionary: true,
          citationSets: [['jordforureningsloven/8', 'br18/35/2']],
          evidence: [],
          note: 'V2',
        },
      ],
    });
  });

  it('from a column for one defect; without a citation of its own it has the taxonomy’s', () => {
    const type = builtInTaxonomy().defects.find(({ code }) => code === 'mangler_brandklasse_dokumentation')!;
    const mapping = '{ code: mangler_brandklasse_dokumentation, when: Brandklasse mangler }';
    expect(label(mapping, { 'Brandklasse mangler': 'ja' })).toEqual({
      ...head,
      outcome: 'deficient',
      defects: [
        {
          defectId: 'd1',
          code: type.code,
          role: type.role,
          severity: type.severity,
          discretionary: type.discretionary,
          citationSets: [type.citations, ...type.alternatives.map((each) => [each])],
          evidence: [],
        },
      ],
    });
    expect(label(mapping, { 'Brandklasse mangler': 'nej' })).toEqual({
      ...head,
      outcome: 'complete',
      defects: [],
    });
    expect(label(mapping, { 'Brandklasse mangler': 'måske' })).toEqual([
      { column: 'Brandklasse mangler', is: '"måske"', expected: 'ja or nej' },
    ]);
  });
});

describe('the rest of a case', () => {
  it('has local rules, lists, constants, pages and a family as the mapping says', () => {
    const yaml = smallMapping({
      localRules: [
        'localRules:',
        '  - plan: Lokalplan',
        '    paragraph: { value: "7.4" }',
        '    topic: { value: højde }',
        '    text: Bestemmelse',
        '    operator: "<="',
        '    value: { column: Højde, type: number }',
        '    unit: m',
      ].join('\n'),
      splits: 'splits: { family: Ejendom }',
    }).replace(
      'grundareal_m2: Areal',
      'soegte_dispensationer: { column: Dispensationer, map: { Højde: hoejde, Skel: afstand } }',
    );
    const values = {
      Lokalplan: '1.23',
      Bestemmelse: 'Højst 8,5 m.',
      Højde: '8,5',
      Ejendom: '1a By',
      Dispensationer: 'højde; skel',
      Tekst: 'side 1\fside 2',
    };
    expect(build(yaml, values)).toEqual({
      built: {
        family: '1a By',
        files: [],
        label: undefined,
        odd: [],
        case: {
          schema: 'maalestok.case.v1',
          caseId: '24-1',
          task: 'application',
          caseType: 'sekundaer_over_50',
          municipality: 'Nordby',
          applicationDate: '2024-09-14',
          zone: 'byzone',
          fields: { soegte_dispensationer: ['hoejde', 'afstand'] },
          documents: [
            {
              documentId: 'a',
              type: 'ansoegning',
              title: 'Ansøgning',
              pages: [
                { page: 1, text: 'side 1' },
                { page: 2, text: 'side 2' },
              ],
            },
          ],
          files: [],
          localRules: [
            {
              plan: '1.23',
              paragraph: '7.4',
              topic: 'højde',
              operator: '<=',
              value: 8.5,
              unit: 'm',
              text: 'Højst 8,5 m.',
            },
          ],
        },
      },
    });
    // Outside any local plan there is none.
    const { built } = build(yaml, { ...values, Lokalplan: '' });
    expect(built?.case.localRules).toEqual([]);
  });
});

describe('what the mapping says for all rows', () => {
  it('is read as what belongs there', () => {
    const yaml = smallMapping()
      .replace('applicationDate: Dato', 'applicationDate: { value: 14-09-2024 }')
      .replace('zone: { value: byzone }', 'zone: { value: Sommerhusområde }')
      .replace(
        'grundareal_m2: Areal',
        'grundareal_m2: { value: "812,5" }\n    ejer_signatur: { value: ja }\n  ownFields: { farve: Farve, etape: { value: 2 } }',
      );
    expect(build(yaml, { Farve: 'rød' }).built?.case).toMatchObject({
      applicationDate: '2024-09-14',
      zone: 'sommerhusomraade',
      fields: { grundareal_m2: 812.5, ejer_signatur: true, farve: 'rød', etape: 2 },
    });
  });

  it('a map of discretion holds for each code', () => {
    const made = label('{ codes: Mangler, discretionary: { column: Skøn, map: { x: true, "-": false } } }', {
      Mangler: 'mangler_benyttelse; jordforurening_kortlagt',
      Skøn: 'x;-',
    });
    expect(made).toMatchObject({ defects: [{ discretionary: true }, { discretionary: false }] });
  });
});
