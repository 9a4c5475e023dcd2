import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import type { Result } from '../../../evals/artifacts.ts';
import type { Screening } from '../../../evals/screening/screening.ts';
import { scoreScreenings } from '../../../evals/steps/score-screenings.ts';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { anyAnswers } from '../../support/any-answers.ts';
import { smallTaxonomy } from '../../support/arbitraries.ts';
import { figuresOf } from '../../support/figures-of.ts';
import type { AnsweredCase } from '../../support/scoring-data.ts';
import { toLines } from '../../support/small-dataset.ts';

const small = anyAnswers({ minCases: 2, maxCases: 5, findings: 3, defects: 3 });

/** A file, in its order or in another. */
type Arrange = <T>(records: readonly T[]) => readonly T[];

const asIs: Arrange = (records) => records;

/**
 * One file of three models' answers, scored. The third answers like the first, the second as the first did
 * to the case after; with other names, the third as the first did to the case before.
 */
async function scoreFiles(
  data: readonly AnsweredCase[],
  arrange: Arrange,
  [first, other, third] = ['first', 'other', 'twin'],
): Promise<Result> {
  const store = createMemoryStore();
  const screenings = data.flatMap((each, at) => [
    ...renamed(first!, each, each),
    ...renamed(other!, each, data.at((at + 1) % data.length)!),
    ...renamed(third!, each, third === 'twin' ? each : data.at(at - 1)!),
  ]);
  await store.write('cases', toLines(arrange(data.map(({ caseShown }) => caseShown))));
  const labels = data.map(({ label, family }) =>
    family === undefined || family === label.caseId ? label : { ...label, twinOf: family },
  );
  await store.write('labels', toLines(arrange(labels)));
  await store.write('screenings', toLines(arrange(screenings)));
  return scoreScreenings({
    cases: { store, key: 'cases' },
    labels: { store, key: 'labels' },
    screenings: { store, key: 'screenings' },
    policy: 'standard',
    taxonomy: smallTaxonomy,
    catalogue: builtInCatalogue(),
  });
}

/** The answers to `from` as those of a model to `to`. */
function renamed(id: string, to: AnsweredCase, from: AnsweredCase): Screening[] {
  const { caseId } = to.caseShown;
  return from.screenings.map((screening) => ({ ...screening, caseId, model: { id, version: '1' } }));
}

function sortById<T extends { id: string }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

describe('three models on one board', () => {
  it('have the same result, to the byte, in whatever order cases, labels and answers lie', async () => {
    await fc.assert(
      fc.asyncProperty(small, fc.infiniteStream(fc.nat()), async (data, draws) => {
        const shuffle: Arrange = (records) =>
          records
            .map((record) => ({ record, draw: draws.next().value! }))
            .sort((a, b) => a.draw - b.draw)
            .map(({ record }) => record);
        const result = await scoreFiles(data, asIs);
        expect(JSON.stringify(await scoreFiles(data, shuffle))).toBe(JSON.stringify(result));
      }),
      { numRuns: 15 },
    );
  });

  it('have the same figures, comparisons and ranks in whatever order their names put them', async () => {
    // Too few families to draw anything: no seed, and so no name, decides a figure.
    const few = anyAnswers({ minCases: 2, maxCases: 4, findings: 3, defects: 3 });
    await fc.assert(
      fc.asyncProperty(few, async (data) => {
        const forward = await scoreFiles(data, asIs, ['a', 'b', 'c']);
        const backward = await scoreFiles(data, asIs, ['z', 'y', 'x']);
        const swapped: Record<string, string> = { z: 'a', y: 'b', x: 'c' };
        const figures = ({ model: _, ...rest }: Result['models'][number]) => rest;
        expect(backward.models.toReversed().map(figures)).toEqual(forward.models.map(figures));
        const ranks = backward.ranks.map((rank) => ({ ...rank, id: swapped[rank.id]! }));
        expect(sortById(ranks)).toEqual(sortById(forward.ranks));
        for (const { a, b, difference, interval, ...rest } of backward.comparisons) {
          expect(forward.comparisons).toContainEqual({
            ...rest,
            a: swapped[b],
            b: swapped[a],
            difference: difference && 0 - difference,
            interval: interval && { ...interval, low: 0 - interval.high, high: 0 - interval.low },
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('differ by exactly 0, with p = 1 and no interval, where they answer alike', async () => {
    await fc.assert(
      fc.asyncProperty(small, async (data) => {
        const { models, comparisons, ranks } = await scoreFiles(data, asIs);
        const [first, , twin] = models;
        expect([first!.model.id, twin!.model.id]).toEqual(['first', 'twin']);
        expect(figuresOf(twin!)).toEqual(figuresOf(first!));
        const between = comparisons.find(({ a, b }) => a === 'first' && b === 'twin')!;
        expect(between).toMatchObject({ interval: null, smallestDetectable: null, different: false });
        const defined = first!.defects.f1.value !== null;
        expect([between.difference, between.p, between.pHolm]).toEqual(
          defined ? [0, 1, 1] : [null, null, null],
        );
        const rankOf = (id: string) => {
          const { id: _, ...rank } = ranks.find((each) => each.id === id)!;
          return rank;
        };
        expect(rankOf('twin')).toEqual(rankOf('first'));
      }),
      { numRuns: 25 },
    );
  });
});
