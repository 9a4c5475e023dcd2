import type { Board, ModelHistory } from '../../evals/publishing/board.ts';

/** Every model with all its results: board by board in the order of the boards, the standing one first. By id. */
export function gatherHistory(boards: readonly Board[]): ModelHistory[] {
  const all = boards.flatMap(({ comparabilityKey, dataset, entries, earlier }) => {
    const { id, version, titleDa, titleEn, split } = dataset;
    const board = {
      comparabilityKey,
      dataset: { id, version, titleDa, titleEn, split },
      ranked: entries.filter(({ rank }) => rank.rank !== null).length,
    };
    return [...entries, ...earlier.map((result) => ({ ...result, rank: null }))].map((result) => ({
      ...result,
      ...board,
    }));
  });
  const byModel = Map.groupBy(all, ({ model }) => model.id);
  return [...byModel]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, results]) => ({ schema: 'maalestok.model.v1', id, results }));
}
