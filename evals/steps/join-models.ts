import type { ModelEntry } from '../scores/model-result.ts';
import { compareText } from '../statistics/compare-text.ts';

/** A model as one run knows it. */
export interface RunModel {
  /** The run's name. */
  run: string;
  entry: ModelEntry;
  /** Of all its scores. */
  fingerprint: string;
}

/** A model of the board with the runs it stands in. */
export interface JoinedModel<T extends RunModel> {
  id: string;
  entry: ModelEntry;
  /** Sorted. */
  runs: string[];
  /** As the first of the runs has it. */
  from: T;
}

/**
 * The models of several runs as one board's. What has the same id, version and scores is one model,
 * whatever the number of runs: twice on a board it would only cost the others power. Where the runs
 * disagree about an id, each variant becomes `id@run`, after the first run that has it; no id of a model
 * holds an `@`. One that any run calls self-reported is. The order of the runs changes nothing.
 * @returns by id
 */
export function joinModels<T extends RunModel>(models: readonly T[]): JoinedModel<T>[] {
  const sorted = models.toSorted((a, b) => compareText(a.run, b.run));
  const byId = Map.groupBy(sorted, ({ entry }) => entry.id);
  const joined = [...byId].flatMap(([id, ofId]) => {
    const variants = Map.groupBy(ofId, ({ entry, fingerprint }) =>
      JSON.stringify([entry.version, fingerprint]),
    );
    return [...variants.values()].map((same): JoinedModel<T> => {
      const from = same[0]!;
      const selfReported = same.some(({ entry }) => entry.provenance === 'self-reported');
      return {
        id: variants.size === 1 ? id : `${id}@${from.run}`,
        entry: { ...from.entry, provenance: selfReported ? 'self-reported' : 'run-by-us' },
        runs: same.map(({ run }) => run),
        from,
      };
    });
  });
  return joined.sort((a, b) => compareText(a.id, b.id));
}
