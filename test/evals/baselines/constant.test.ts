import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Label } from '../../../datasets/label.ts';
import taxonomyData from '../../../datasets/taxonomy/byggesag.json' with { type: 'json' };
import { TaxonomySchema } from '../../../datasets/taxonomy/taxonomy.ts';
import { findBestCodeList } from '../../../evals/baselines/best-code-list.ts';
import { learnConstant } from '../../../evals/baselines/constant.ts';
import { composeCase } from './compose-case.ts';
import { composeLabel } from './compose-label.ts';

const codes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const labelArbitrary = fc
  .array(
    fc.record({
      code: fc.constantFrom(...codes),
      role: fc.constantFrom('required', 'advisory', 'contested'),
    }),
    { maxLength: 5 },
  )
  .map((defects) => composeLabel('sag', defects as { code: string; role: 'required' }[]));

/** F1 as the scoring page says, for a list given to every case. */
function scoreList(list: readonly string[], labels: readonly Label[]): number {
  let [hits, falseAlarms, required] = [0, 0, 0];
  for (const label of labels) {
    required += label.defects.filter((defect) => defect.role === 'required').length;
    for (const code of list) {
      const present = label.defects.filter((defect) => defect.code === code);
      if (present.some((defect) => defect.role === 'required')) hits += 1;
      else if (present.length === 0) falseAlarms += 1;
    }
  }
  const denominator = hits + falseAlarms + required;
  return denominator === 0 ? 0 : (2 * hits) / denominator;
}

describe('constant', () => {
  it('is the best of all lists', () => {
    fc.assert(
      fc.property(fc.array(labelArbitrary, { maxLength: 8 }), (labels) => {
        const best = Math.max(
          ...Array.from({ length: 256 }, (_, bits) =>
            scoreList(
              codes.filter((_, index) => bits & (1 << index)),
              labels,
            ),
          ),
        );
        expect(scoreList(findBestCodeList(labels), labels)).toBeCloseTo(best, 12);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the practice cases', () => {
    fc.assert(
      fc.property(fc.array(labelArbitrary, { maxLength: 8 }), (labels) => {
        expect(findBestCodeList(labels.toReversed())).toEqual(findBestCodeList(labels));
      }),
    );
  });

  it('gives the same list with its primary citations to every case', async () => {
    const practice = [1, 2, 3].map((number) => ({
      case: composeCase({ caseId: `p${number}` }),
      label: composeLabel(`p${number}`, [
        { code: 'lokalplan_omfang' },
        ...(number === 1 ? [{ code: 'modstrid_areal' }] : []),
      ]),
    }));
    const constant = learnConstant(
      practice.map(({ label }) => label),
      TaxonomySchema.parse(taxonomyData),
    );
    const answer = await constant.screen(composeCase(), {
      repeat: 0,
      requestId: 'ab'.repeat(32),
      signal: new AbortController().signal,
    });
    expect(answer).toEqual({
      outcome: 'deficient',
      findings: [
        {
          findingId: 'f1',
          text: 'Strid med lokalplanens bestemmelse om omfang, højde eller etager',
          code: 'lokalplan_omfang',
          citations: ['planloven/18'],
          evidence: [],
        },
      ],
    });
  });

  it('is silent where nothing was learnt', async () => {
    const constant = learnConstant([], TaxonomySchema.parse(taxonomyData));
    expect(
      await constant.screen(composeCase(), {
        repeat: 0,
        requestId: 'ab'.repeat(32),
        signal: new AbortController().signal,
      }),
    ).toEqual({ outcome: 'complete', findings: [] });
  });
});
