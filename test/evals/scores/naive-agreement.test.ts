import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policies } from '../../../evals/matching/policy.ts';
import type { ModelResult } from '../../../evals/scores/model-result.ts';
import { type NaiveRates, type NaiveScores, scoreNaively } from '../../support/naive-scores.ts';
import { dataArbitrary, summarise } from '../../support/scoring-data.ts';

describe('ModelSummariser', () => {
  it('agrees with a recount in plain loops', () => {
    fc.assert(
      fc.property(
        dataArbitrary({ cases: 7, findings: 4, defects: 3, repeats: 2 }),
        fc.constantFrom(...policies),
        (data, policy) => {
          expect(rounded(figuresOf(summarise(data, policy)))).toEqual(rounded(scoreNaively(data, policy)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** The result in the shape of the recount; numerators of citations are read off ratio and denominator. */
function figuresOf(result: ModelResult): NaiveScores {
  const { defects, completeCases, citations } = result;
  const { truePositives: tp, falsePositives: fp, falseNegatives: fn } = defects;
  const [passed, falseAlarm, abstained, failed] = [
    completeCases.passed.value,
    completeCases.falseAlarm.value,
    completeCases.abstained.value,
    completeCases.failed.value,
  ];
  return {
    defects: { tp, fp, fn, ...valuesOf(defects) },
    codeSet: confusionOf(defects.codeSet),
    groups: Object.fromEntries(
      result.slices.group.map((slice): [string, NaiveRates] => [
        slice.id,
        {
          tp: slice.truePositives,
          fp: slice.falsePositives,
          fn: slice.falseNegatives,
          ...valuesOf(slice),
        },
      ]),
    ),
    completeCases: { cases: completeCases.cases, passed, falseAlarm, abstained, failed },
    caught: defects.caughtRate.value,
    exact: defects.exactCaseRate.value,
    givenMatch: citationsOf(citations.givenMatch.hierarchical),
    overall: citationsOf(citations.overall.hierarchical),
  };
}

type Rates = ModelResult['selective'];

function valuesOf({ precision, recall, f1 }: Rates) {
  return { precision: precision.value, recall: recall.value, f1: f1.value };
}

function confusionOf(rates: Rates): NaiveRates {
  const tp = (rates.recall.value ?? 0) * rates.recall.items;
  const hits = (rates.precision.value ?? 0) * rates.precision.items;
  return {
    tp,
    fp: rates.precision.items - hits,
    fn: rates.recall.items - tp,
    ...valuesOf(rates),
  };
}

function citationsOf(rates: Rates): NaiveScores['givenMatch'] {
  const { precision, recall } = rates;
  return {
    cited: precision.items,
    citedHits: (precision.value ?? 0) * precision.items,
    gold: recall.items,
    goldHits: (recall.value ?? 0) * recall.items,
    ...valuesOf(rates),
  };
}

/** Without the last digits, in which two ways of adding may differ. */
function rounded(scores: NaiveScores): unknown {
  return JSON.parse(
    JSON.stringify(scores, (_, value) =>
      typeof value === 'number' ? Math.round(value * 1e9) / 1e9 || 0 : value,
    ),
  );
}
