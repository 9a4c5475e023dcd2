import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../datasets/case.ts';
import type { Defect, Label } from '../../../datasets/label.ts';
import { knownCodes } from '../../support/arbitraries.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { readSheets, writeSheets } from '../../support/label-sheets.ts';
import { smallCase } from '../../support/small-dataset.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    ...Object.values(hostileText),
    '\uD800 halv',
    '_x0041_',
    "'=1+1",
    ' \n ',
    '=1\u0000',
    'x'.repeat(40_000),
  ),
);
const citation = fc.oneof(
  fc.constantFrom('br18/10/1/2', 'BR18 § 82, stk. 1, nr. 2', 'hverken eller; noget', 'lokalplan:7/6.2'),
  fc.constant({ law: 'br18', paragraph: '49', stk: 2 }),
  anyText.filter((text) => text.length > 0).map((text) => text.slice(0, 2000)),
);
const evidence = fc.oneof(
  fc.constantFrom<Defect['evidence'][number]>(
    { documentId: 'a' },
    { documentId: 'a', page: 1 },
    { documentId: 'nej', page: 9 },
  ),
  anyText.filter((field) => field.length > 0).map((field) => ({ field })),
);
const defect = fc.record(
  {
    code: fc.constantFrom(...knownCodes),
    role: fc.constantFrom<Defect['role']>('required', 'advisory', 'contested'),
    severity: fc.constantFrom<Defect['severity']>('critical', 'major', 'minor'),
    discretionary: fc.boolean(),
    citationSets: fc.array(fc.array(citation, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    evidence: fc.array(evidence, { maxLength: 6 }),
    note: anyText,
  },
  { requiredKeys: ['code', 'role', 'severity', 'discretionary', 'citationSets', 'evidence'] },
);

/** A case with texts of any kind, and any label that the schema allows. */
const labelled = fc
  .record({
    defects: fc.array(defect, { maxLength: 4 }),
    title: anyText,
    text: anyText,
    field: anyText,
    ids: fc.constantFrom('d1', 'x:y-', 'mangel.'),
  })
  .map(({ defects, title, text, field, ids }) => {
    const caseShown = (id: string): Case =>
      smallCase(id, {
        fields: { area_m2: 40, [field]: text, liste: [text, title] },
        documents: [{ documentId: 'a', type: 'form', title, pages: [{ page: 1, text }] }],
        localRules: [{ plan: '7', paragraph: '6.2', topic: title, text }],
      });
    const label: Pick<Label, 'outcome' | 'defects'> = {
      outcome: defects.some(({ role }) => role === 'required') ? 'deficient' : 'noPermitNeeded',
      defects: defects.map((each, at) => ({ defectId: `${ids}${at}`, ...each }) as Defect),
    };
    return { caseShown, label };
  });

describe('sheets that are filled in already', () => {
  it.each([true, false])(
    'come back as they went, to the byte, whatever stands in them (correction: %s)',
    async (correction) => {
      await fc.assert(
        fc.asyncProperty(fc.array(labelled, { minLength: 1, maxLength: 3 }), async (made) => {
          const cases = made.map(({ caseShown, label }, at) => ({ caseShown: caseShown(`c${at}`), label }));
          const bytes = await writeSheets(cases, correction ? 'correction' : 'annotation');
          const { readings, problems } = await readSheets(bytes, cases, correction);
          expect(problems).toEqual([]);
          const came = readings.map((reading) => {
            if (reading === null || reading === 'untouched') return reading;
            const { outcome, defects } = reading;
            return JSON.stringify({ outcome, defects });
          });
          expect(came).toEqual(cases.map(({ label }) => JSON.stringify(label)));
          expect(await writeSheets(cases, correction ? 'correction' : 'annotation')).toEqual(bytes);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('are read when a sheet came empty and nobody wrote into it', async () => {
    const cases = [{ caseShown: smallCase('c1') }];
    const bytes = await writeSheets(cases, 'annotation');
    expect(await readSheets(bytes, cases, false)).toEqual({ readings: ['untouched'], problems: [] });
  });
});
