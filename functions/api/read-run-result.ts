import { ArtifactError } from '../../datasets/errors.ts';
import { type Result, ResultSchema } from '../../evals/artifacts.ts';
import { extractModel } from '../../evals/publishing/extract-model.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { ApiContext } from './api-context.ts';
import { createDesk } from './desk.ts';
import type { Principal } from './principal.ts';
import type { RunJob } from './resources.ts';
import { maySeeCases, mayWrite } from './tenancy.ts';

/** A run's result: whole to who owns the run and its data, to others what a publication would tell. @throws {ArtifactError} */
export async function readRunResult(
  { blobs, registry, clock }: ApiContext,
  principal: Principal,
  run: RunJob,
  place: string,
): Promise<Result> {
  const key = `${place}/${runKeys.result}`;
  const bytes = await blobs.read(key);
  if (bytes === null) throw new ArtifactError(`Cannot read "${key}": it is missing`);
  const result = ResultSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  if (mayWrite(principal, run) && (await ownsData(run.datasetId))) return result;
  return { ...result, models: result.models.map(extractModel), people: null };

  /** A data set that is no longer seen, or no longer there, is not owned. */
  async function ownsData(datasetId: string): Promise<boolean> {
    const dataset = await createDesk(registry, clock, principal).find('datasets', datasetId);
    return dataset !== null && maySeeCases(principal, dataset);
  }
}
