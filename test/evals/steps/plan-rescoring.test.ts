import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparability, ProtocolSchema } from '../../../evals/artifacts.ts';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import { policies } from '../../../evals/matching/policy.ts';
import { planRescoring, type RescorableRun } from '../../../evals/steps/plan-rescoring.ts';

const key = (changes: Partial<Comparability> = {}): Comparability => ({
  datasetContent: 'a'.repeat(64),
  split: 'test',
  cases: 'b'.repeat(64),
  labels: '1',
  catalogue: 'byggeret 1',
  taxonomy: 'byggesag 1',
  scorer: '1',
  policy: 'standard',
  protocol: ProtocolSchema.parse({}),
  ...changes,
});

const keyArbitrary = fc
  .record({
    labels: fc.constantFrom('1', '2'),
    split: fc.constantFrom('test', 'test', 'practice'),
    policy: fc.constantFrom(...policies),
  })
  .map(key);

const runsArbitrary = fc
  .array(fc.record({ stored: keyArbitrary, present: fc.option(keyArbitrary, { freq: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((runs) => runs.map((run, at): RescorableRun => ({ folder: `runs/${at}`, ...run })));

/** The fewest scorings by trying every way to leave, score, or score under another policy each run. */
function fewestScorings(runs: readonly RescorableRun[]): number | null {
  const choices = runs.map(({ stored, present }) => [
    { key: canonicalHash(stored), scorings: 0 },
    ...(present === null
      ? []
      : policies.map((policy) => ({ key: canonicalHash({ ...present, policy }), scorings: 1 }))),
  ]);
  let ways: { key: string; scorings: number }[] = choices[0]!;
  for (const next of choices.slice(1)) {
    ways = ways.flatMap((way) =>
      next
        .filter((choice) => choice.key === way.key)
        .map((choice) => ({ key: way.key, scorings: way.scorings + choice.scorings })),
    );
  }
  return ways.length === 0 ? null : Math.min(...ways.map(({ scorings }) => scorings));
}

describe('planRescoring', () => {
  it('gives all runs one key with the fewest scorings, or says that none can', () => {
    fc.assert(
      fc.property(runsArbitrary, (runs) => {
        const plan = planRescoring(runs);
        expect(plan === null ? null : plan.length).toBe(fewestScorings(runs));
        if (plan === null) return;
        const after = runs.map(({ folder, stored, present }) => {
          const scoring = plan.find((each) => each.folder === folder);
          if (scoring === undefined) return canonicalHash(stored);
          return canonicalHash({ ...present, policy: scoring.policy ?? present!.policy });
        });
        expect(new Set(after).size).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it('scores only the run that is stale', () => {
    const today = key({ labels: '2' });
    const fresh = { folder: 'new', stored: today, present: today };
    expect(planRescoring([{ folder: 'old', stored: key(), present: today }, fresh])).toEqual([
      { folder: 'old' },
    ]);
    expect(planRescoring([fresh, { folder: 'old', stored: key(), present: null }])).toBeNull();
  });

  it('names the policy only where it must change', () => {
    const strict = key({ policy: 'strict' });
    const plan = planRescoring([
      { folder: 'a', stored: key(), present: key() },
      { folder: 'b', stored: strict, present: strict },
    ]);
    expect(plan).toEqual([{ folder: 'b', policy: 'standard' }]);
  });
});
