import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArtifactError } from '../../../datasets/errors.ts';
import type { Comparison } from '../../../evals/comparison.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { BoardMeasureIdSchema, boardMeasures } from '../../../evals/scores/board-measure.ts';
import type { CaseScore } from '../../../evals/scores/case-score.ts';
import type { Finding } from '../../../evals/screening/screening.ts';
import { compareBoard } from '../../../evals/statistics/compare-board.ts';
import type { FamilyCounts } from '../../../evals/statistics/family-counts.ts';
import { compareRuns } from '../../../evals/steps/compare-runs.ts';
import { readResult } from '../../../evals/steps/read-result.ts';
import { knownCodes } from '../../support/arbitraries.ts';
import { type AnsweringModel, type MemoryRun, scoreInMemory } from '../../support/memory-run.ts';
import { type SmallSplit, smallCase, smallLabel, toLines } from '../../support/small-dataset.ts';

const ids = Array.from({ length: 24 }, (_, at) => `c${String(at).padStart(2, '0')}`);

/** Every third case is complete, every other defect critical; c05 is the twin of c04. */
const data: SmallSplit = {
  cases: ids.map((id) => smallCase(id)),
  labels: ids.map((id, at) => {
    const label = smallLabel(id, at % 3 === 0 ? [] : [knownCodes[at % 6]!, knownCodes[(at + 1) % 6]!]);
    const defects = label.defects.map((defect, place) => ({
      ...defect,
      severity: place === 0 ? ('critical' as const) : ('minor' as const),
    }));
    return { ...label, defects, ...(id === 'c05' ? { twinOf: 'c04' } : {}) };
  }),
};

/** A model that answers by a rule of its own: no chance, so it answers the same in every run. */
function model(id: string, step: number, changes: Partial<AnsweringModel> = {}): AnsweringModel {
  return {
    id,
    answer: (caseId, repeat) => {
      const at = ids.indexOf(caseId) + repeat;
      if (at % 11 === step) return { status: 'failed', error: { kind: 'refused', message: '' } };
      const codes = knownCodes.filter((_, place) => (at * step + place) % 6 < 2);
      return {
        findings: codes.map(
          (code, place): Finding => ({
            findingId: `f${place}`,
            text: '',
            code,
            citations: [],
            evidence: [],
          }),
        ),
      };
    },
    ...changes,
  };
}

const [a, b, c] = [model('a', 1), model('b', 2), model('c', 5)];

const run = (runId: string, models: readonly AnsweringModel[], repeats?: number) =>
  scoreInMemory({ runId, data, models, ...(repeats === undefined ? {} : { repeats }) });

const scoresOf = async ({ store }: MemoryRun, id: string): Promise<CaseScore[]> => {
  const text = new TextDecoder().decode((await store.read(runKeys.scores(id)))!);
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CaseScore);
};

/** Counts of a measure by family, from the score lines and nothing else. */
async function countByHand(of: MemoryRun, id: string, measure: string): Promise<FamilyCounts[]> {
  const families = new Map<string, FamilyCounts>();
  for (const { caseId, complete, repeats } of await scoresOf(of, id)) {
    const family = caseId === 'c05' ? 'c04' : caseId;
    const sum = families.get(family) ?? { numerator: 0, denominator: 0 };
    families.set(family, sum);
    for (const { status, policies, defects } of repeats) {
      const { truePositives: tp, falsePositives: fp, falseNegatives: fn } = policies.standard;
      const critical = defects.filter(({ severity }) => severity === 'critical');
      const found = critical.filter(({ findingId }) => findingId !== undefined);
      const alarm = complete && !(status === 'answered' && fp === 0) ? 1 : 0;
      const [more, of] = {
        f1: [2 * tp, 2 * tp + fp + fn],
        precision: [tp, tp + fp],
        recall: [tp, tp + fn],
        'critical-recall': [found.length, critical.length],
        'false-alarm': [alarm, complete ? 1 : 0],
      }[measure]!;
      sum.numerator += more!;
      sum.denominator += of!;
    }
  }
  return [...families.keys()].sort().map((family) => families.get(family)!);
}

const pick = ({ pairs, ranks }: Comparison) => ({ pairs, ranks });

describe('compareRuns', () => {
  it.each([1, 3])(
    'gives pairs and ranks as one run of the same models has them, %i repeat(s)',
    async (repeats) => {
      const together = await run('all', [a, b, c], repeats);
      const apart = await Promise.all([a, b, c].map((each) => run(`run-${each.id}`, [each], repeats)));
      const { comparisons, ranks, comparabilityKey } = together.result;
      const comparison = await compareRuns(apart, 'f1');
      expect(pick(comparison)).toEqual({ pairs: comparisons, ranks });
      expect(comparison.comparabilityKey).toBe(comparabilityKey);
      expect(comparison.pairs.map(({ pHolm }) => pHolm)).not.toEqual(comparison.pairs.map(({ p }) => p));
      expect(comparison.models.map(({ counts }) => counts)).toEqual(
        together.result.models.map(({ counts }) => counts),
      );
    },
  );

  it.each(BoardMeasureIdSchema.options)('compares by %s, counted by hand', async (measure) => {
    const runs = [await run('p', [a, b], 2), await run('q', [c], 2)];
    const comparison = await compareRuns(runs, measure);
    const { read, name, higherIsBetter } = boardMeasures[measure];
    const models = [
      [runs[0]!, 0, 'a'],
      [runs[0]!, 1, 'b'],
      [runs[1]!, 0, 'c'],
    ] as const;
    const board = compareBoard({
      models: await Promise.all(
        models.map(async ([of, at, id]) => ({
          id,
          figure: read(of.result.models[at]!),
          families: await countByHand(of, id, measure),
        })),
      ),
      seed: comparison.comparabilityKey,
      measure: name,
      higherIsBetter,
    });
    expect(pick(comparison)).toEqual(board);
    expect(comparison.measure).toBe(measure);
    for (const pair of comparison.pairs) {
      const value = (id: string) => comparison.models.find((each) => each.id === id)!.figure.value!;
      expect(pair.difference).toBeCloseTo(value(pair.a) - value(pair.b), 12);
    }
    const values = comparison.ranks.map(
      ({ id }) => comparison.models.find((each) => each.id === id)!.figure.value!,
    );
    const best = higherIsBetter ? Math.max(...values) : Math.min(...values);
    expect(comparison.ranks[0]!.rank).toBe(1);
    expect(values.slice(0, comparison.ranks.filter(({ rank }) => rank === 1).length)).toContain(best);
  });

  it('says the same in whatever order the runs are given', async () => {
    const runs = [await run('p', [a, b]), await run('q', [b, c]), await run('r', [model('a', 3)])];
    const expected = JSON.stringify(await compareRuns(runs, 'f1'));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(runs, { minLength: 3 }), async (turned) => {
        expect(JSON.stringify(await compareRuns(turned, 'f1'))).toBe(expected);
      }),
      { numRuns: 6 },
    );
  });

  it('counts a model of several runs once where it did the same, and parts it where it did not', async () => {
    const runs = [await run('p', [a, b]), await run('q', [b, model('a', 3)]), await run('r', [a])];
    const { models, runs: listed, pairs } = await compareRuns(runs, 'f1');
    expect(models.map(({ id, runs: names }) => [id, names])).toEqual([
      ['a@p', ['p', 'r']],
      ['a@q', ['q']],
      ['b', ['p', 'q']],
    ]);
    expect(listed.map(({ name, models: of }) => [name, of])).toEqual([
      ['p', ['a@p', 'b']],
      ['q', ['a@q', 'b']],
      ['r', ['a@p']],
    ]);
    expect(pairs).toHaveLength(3);
  });

  it('names runs by folder where two have one id', async () => {
    const runs = [
      { ...(await run('p', [a])), folder: 'x/p' },
      { ...(await run('p', [model('a', 3)])), folder: 'y/p' },
    ];
    const { models } = await compareRuns(runs, 'f1');
    expect(models.map(({ id }) => id)).toEqual(['a@x/p', 'a@y/p']);
  });

  it('never puts different keys on one board', async () => {
    const runs = [await run('p', [a]), await run('q', [b], 2)];
    await expect(compareRuns(runs, 'f1')).rejects.toThrow(RangeError);
  });
});

describe('scores that are not the result’s', () => {
  const changed = async (change: (lines: CaseScore[]) => CaseScore[] | string | null) => {
    const damaged = await run('q', [b]);
    const content = change(await scoresOf(damaged, 'b'));
    const key = runKeys.scores('b');
    if (content === null) await damaged.store.remove(key);
    else await damaged.store.write(key, typeof content === 'string' ? content : toLines(content));
    return compareRuns([await run('p', [a]), damaged], 'f1');
  };
  const turnRole = (score: CaseScore): CaseScore => ({
    ...score,
    repeats: score.repeats.map((repeat) => ({
      ...repeat,
      defects: repeat.defects.map((defect) => ({ ...defect, severity: 'major' as const })),
    })),
  });

  it.each<[string, (lines: CaseScore[]) => CaseScore[] | string | null, RegExp]>([
    ['are missing', () => null, /it is missing/u],
    ['are no JSON', () => '{', /it is damaged/u],
    ['are empty', () => '', /its cases are not/u],
    ['lack a case', (lines) => lines.slice(1), /its cases are not/u],
    ['hold a case twice', (lines) => [...lines.slice(1), lines[1]!], /its cases are not/u],
    [
      'are another version’s',
      (lines) => lines.map((line) => ({ ...line, model: { id: 'b', version: '2' } })),
      /its model or version is not/u,
    ],
    [
      'have another number of repeats',
      (lines) => lines.map((line) => ({ ...line, repeats: [...line.repeats, ...line.repeats] })),
      /case "c00" has 2 repeats/u,
    ],
    [
      'have other statuses',
      (lines) =>
        lines.map((line) => ({
          ...line,
          repeats: line.repeats.map((repeat) => ({ ...repeat, status: 'abstained' as const })),
        })),
      /its counts of answers/u,
    ],
    [
      'have other counts',
      (lines) =>
        lines.map((line) => ({
          ...line,
          repeats: line.repeats.map((repeat) => ({
            ...repeat,
            policies: {
              ...repeat.policies,
              standard: {
                ...repeat.policies.standard,
                falsePositives: repeat.policies.standard.falsePositives + 1,
              },
            },
          })),
        })),
      /its defects\.f1 is not/u,
    ],
    ['were made from other labels', (lines) => lines.map(turnRole), /labels or families of cases differ/u],
    [
      'have other families',
      (lines) => lines.map(({ family: _, ...line }) => line),
      /its defects\.f1 is not|labels or families of cases differ/u,
    ],
  ])('%s: an artefact error', async (_, change, message) => {
    const error = await changed(change).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ArtifactError);
    expect(error).toHaveProperty('message', expect.stringMatching(message));
  });
});

describe('readResult', () => {
  it('reads what scoring wrote, and says null where there is none', async () => {
    const { store, record, result } = await run('p', [a, b]);
    expect(await readResult(store, record)).toEqual(result);
    await store.remove(runKeys.result);
    expect(await readResult(store, record)).toBeNull();
  });

  it.each<[string, (result: MemoryRun['result']) => object, RegExp]>([
    ['is damaged', () => ({}), /damaged, or of another version/u],
    [
      'has a key that is not its parts’',
      (result) => ({ ...result, comparability: { ...result.comparability, labels: '2' } }),
      /comparability key is not that of its parts/u,
    ],
    [
      'is another run’s',
      (result) => ({ ...result, models: result.models.slice(1) }),
      /its list of models is not that of "run\.json"/u,
    ],
  ])('refuses a result that %s', async (_, change, message) => {
    const { store, record, result } = await run('p', [a, b]);
    await store.write(runKeys.result, JSON.stringify(change(result)));
    const error = await readResult(store, record).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ArtifactError);
    expect(error).toHaveProperty('message', expect.stringMatching(message));
  });

  it('refuses a result under another protocol than the plan’s', async () => {
    const [one, two] = [await run('p', [a]), await run('p', [a], 2)];
    await expect(readResult(two.store, one.record)).rejects.toThrow(/its protocol is not that of/u);
  });
});
