import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelEntry } from '../../../evals/scores/model-result.ts';
import { joinModels, type RunModel } from '../../../evals/steps/join-models.ts';

const model = (
  run: string,
  id: string,
  fingerprint: string,
  version = '1',
  provenance: ModelEntry['provenance'] = 'run-by-us',
): RunModel => ({ run, entry: { id, version, kind: 'vendor', provenance }, fingerprint });

const summary = (models: readonly RunModel[]) => joinModels(models).map(({ id, runs }) => [id, runs]);

describe('joinModels', () => {
  it('counts the same id, version and scores once', () => {
    expect(summary([model('q', 'm', 'x'), model('p', 'm', 'x'), model('p', 'n', 'x')])).toEqual([
      ['m', ['p', 'q']],
      ['n', ['p']],
    ]);
  });

  it('names each variant after the first run that has it, where versions or scores differ', () => {
    expect(summary([model('r', 'm', 'x'), model('q', 'm', 'y'), model('p', 'm', 'x')])).toEqual([
      ['m@p', ['p', 'r']],
      ['m@q', ['q']],
    ]);
    expect(summary([model('p', 'm', 'x', '1'), model('q', 'm', 'x', '2')])).toEqual([
      ['m@p', ['p']],
      ['m@q', ['q']],
    ]);
  });

  it('calls a model self-reported where one run does', () => {
    const joined = joinModels([model('p', 'm', 'x'), model('q', 'm', 'x', '1', 'self-reported')]);
    expect(joined.map(({ entry }) => entry.provenance)).toEqual(['self-reported']);
  });

  it('loses no model, gives distinct ids, and does not mind the order', () => {
    const one = fc.record({
      run: fc.constantFrom('p', 'q', 'r', 'm@p'),
      id: fc.constantFrom('m', 'n', 'constructor'),
      fingerprint: fc.constantFrom('x', 'y'),
      version: fc.constantFrom('1', '2'),
    });
    const models = fc
      .uniqueArray(one, { selector: ({ run, id }) => `${run} ${id}`, minLength: 1 })
      .map((list) => list.map(({ run, id, fingerprint, version }) => model(run, id, fingerprint, version)));
    fc.assert(
      fc.property(
        models.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, turned]) => {
          const joined = joinModels(list);
          expect(new Set(joined.map(({ id }) => id)).size).toBe(joined.length);
          expect(joined.flatMap(({ runs }) => runs)).toHaveLength(list.length);
          expect(joinModels(turned)).toEqual(joined);
        },
      ),
    );
  });
});
