import { ArtifactError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import type { BlobStore } from '../ports.ts';
import { runKeys } from '../run-keys.ts';
import { type CaseScore, CaseScoreSchema } from '../scores/case-score.ts';

/**
 * One model's scores in the order of the plan.
 * @throws {ArtifactError} where they are missing
 * @throws {InputError} where a line is damaged, or of another version of Målestok
 */
export async function* readScores(store: BlobStore, modelId: string): AsyncGenerator<CaseScore> {
  const key = runKeys.scores(modelId);
  const lines = await store.readLines(key);
  if (lines === null)
    throw new ArtifactError(`Cannot read scores "${store.describe(key)}": they are missing`);
  for await (const line of lines) yield parseLine(line, CaseScoreSchema, { file: store.describe(key) });
}
