import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Defect } from '../../../datasets/label.ts';
import type { Finding } from '../../../evals/screening/screening.ts';
import { defectsArbitrary, findingsArbitrary } from '../../support/arbitraries.ts';
import { type AnsweredCase, answeredCase, summarise } from '../../support/scoring-data.ts';

const town = fc.constantFrom('Nordby', 'Sydby', 'Vestby');
const madeUp = fc.constantFrom('Granvang', 'Lyngholt', 'Nordby');

const family = fc.record({
  defects: defectsArbitrary(3),
  findings: findingsArbitrary(3),
  town,
  variants: fc.array(fc.record({ town: madeUp, findings: findingsArbitrary(3) }), { maxLength: 3 }),
});

function answered(
  caseId: string,
  each: { defects: Defect[]; findings: Finding[]; town: string },
): AnsweredCase {
  const made = answeredCase(caseId, each.defects, [{ status: 'answered', findings: each.findings }]);
  return { ...made, caseShown: { ...made.caseShown, municipality: each.town } };
}

it('originals alone count by municipality, so that a variant brings no town that nobody lives in', () => {
  fc.assert(
    fc.property(fc.array(family, { minLength: 1, maxLength: 5 }), (families) => {
      const originals = families.map((each, at) => answered(`c${at}`, each));
      const all = families.flatMap(({ variants, ...each }, at) => {
        const copies = variants.map((variant, copy): AnsweredCase => {
          const made = answered(`c${at}-${copy}`, { ...each, ...variant });
          const relation = { transformOf: `c${at}`, transform: 'municipality-name' };
          return { ...made, label: { ...made.label, ...relation }, family: `c${at}` };
        });
        if (copies.length === 0) return [originals[at]!];
        return [...copies, { ...originals[at]!, family: `c${at}` }];
      });
      const alone = summarise(originals).slices;
      const together = summarise(all).slices;
      expect(together.municipality).toEqual(alone.municipality);
      const hits = (slices: typeof alone.caseType) =>
        slices.reduce((sum, each) => sum + each.truePositives, 0);
      expect(hits(together.caseType)).toBe(summarise(all).policies.standard!.truePositives);
    }),
  );
});
