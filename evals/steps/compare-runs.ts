import { ArtifactError } from '../../datasets/errors.ts';
import type { Result } from '../artifacts.ts';
import { type Comparison, ComparisonSchema } from '../comparison.ts';
import type { BlobStore } from '../ports.ts';
import { type BoardMeasureId, boardMeasures } from '../scores/board-measure.ts';
import { compareBoard } from '../statistics/compare-board.ts';
import { compareText } from '../statistics/compare-text.ts';
import { INTERVAL_LEVEL } from '../statistics/interval.ts';
import { joinModels, type RunModel } from './join-models.ts';
import { type ModelScores, readModelScores } from './read-model-scores.ts';

/** A scored run: its folder and the result that lies there. */
export interface ScoredRun {
  /** As the user named it. */
  folder: string;
  store: BlobStore;
  result: Result;
}

type ScoredModel = RunModel & ModelScores & { result: Result['models'][number] };

/**
 * All models of several runs on one board: paired on the same cases, adjusted over all pairs, ranked. A pair
 * has the same figures as in a run that holds the same models. The order of the runs changes nothing.
 * @param runs two or more, of one comparability key
 * @throws {ArtifactError} where scores are missing, damaged, or do not belong to their result
 */
export async function compareRuns(
  runs: readonly ScoredRun[],
  measureId: BoardMeasureId,
): Promise<Comparison> {
  const measure = boardMeasures[measureId];
  const named = nameRuns(runs);
  const { comparabilityKey, comparability, dataset } = named[0]!.result;
  const scored: ScoredModel[] = [];
  for (const { name, store, result } of named) {
    if (result.comparabilityKey !== comparabilityKey) {
      throw new RangeError(`Cannot compare run "${name}": its comparability key is another`);
    }
    for (const model of result.models) {
      const scores = await readModelScores(store, result, model, measure);
      scored.push({ run: name, entry: model.model, result: model, ...scores });
    }
  }
  requireOneGold(scored);
  const joined = joinModels(scored);
  const board = compareBoard({
    models: joined.map(({ id, from }) => ({
      id,
      figure: measure.read(from.result),
      families: from.families,
    })),
    seed: comparabilityKey,
    measure: measure.name,
    higherIsBetter: measure.higherIsBetter,
  });
  const comparison: Comparison = {
    schema: 'maalestok.comparison.v1',
    comparabilityKey,
    comparability,
    dataset,
    level: INTERVAL_LEVEL,
    measure: measureId,
    higherIsBetter: measure.higherIsBetter,
    runs: named.map(({ name, result }) => ({
      name,
      runId: result.runId,
      models: joined.filter((model) => model.runs.includes(name)).map(({ id }) => id),
    })),
    models: joined.map(({ id, entry, runs: standsIn, from }) => ({
      id,
      model: entry,
      runs: standsIn,
      counts: from.result.counts,
      figure: measure.read(from.result),
    })),
    pairs: board.pairs,
    ranks: board.ranks,
  };
  // Keys in the order of the schema, whatever order the stored results have.
  return ComparisonSchema.parse(comparison);
}

/** By name: their ids, or their folders where ids are shared (the same plan run in two places). */
function nameRuns(runs: readonly ScoredRun[]): (ScoredRun & { name: string })[] {
  const ids = new Set(runs.map(({ result }) => result.runId));
  const named = runs.map((run) => ({
    ...run,
    name: ids.size === runs.length ? run.result.runId : run.folder,
  }));
  return named.sort((a, b) => compareText(a.name, b.name));
}

/** One key says that all were scored by the same labels: scores that were not are damaged. */
function requireOneGold([first, ...others]: readonly ScoredModel[]): void {
  const other = others.find(({ goldHash }) => goldHash !== first!.goldHash);
  if (other === undefined) return;
  throw new ArtifactError(
    `Cannot compare scores "${other.file}" with "${first!.file}": their labels or families of cases differ, expected the same under one comparability key. \`maalestok score\` writes them again`,
  );
}
