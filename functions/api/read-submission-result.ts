import { ArtifactError } from '../../datasets/errors.ts';
import { ResultSchema } from '../../evals/artifacts.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import { ApiProblem } from './problem.ts';
import type { SubmissionRecord } from './resources.ts';
import { submissionPlace } from './upload-keys.ts';

/**
 * All figures of a submission: on a practice split alone, whose labels are open, and to operators no more than to vendors.
 * @throws {ApiProblem} `forbidden` on a split whose labels are closed
 * @throws {ArtifactError}
 */
export async function readSubmissionResult(
  blobs: BlobStore,
  { id, dataset: { split } }: SubmissionRecord,
): Promise<ModelResult> {
  if (split !== 'practice') {
    const detail = `The labels of the split "${split}" are closed: the submission’s headline figures are all that is told.`;
    throw new ApiProblem('forbidden', detail);
  }
  const key = submissionPlace(id) + runKeys.result;
  const bytes = await blobs.read(key);
  if (bytes === null) throw new ArtifactError(`Cannot read "${key}": it is missing`);
  return ResultSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).models[0]!;
}
