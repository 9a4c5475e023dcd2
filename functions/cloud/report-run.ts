import { ArtifactError } from '../../datasets/errors.ts';
import type { Result } from '../../evals/artifacts.ts';
import { countModel } from '../../evals/publishing/count-model.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { hashToSign } from '../../evals/signing/sign-result.ts';
import { readResult } from '../../evals/steps/read-result.ts';
import { removeSignatures } from '../../evals/steps/sign-run.ts';
import { summariseOperation } from '../../evals/steps/summarise-operation.ts';
import { danish } from '../../reports/wording/danish.ts';
import type { RunData } from '../run/open-run-data.ts';
import { writeReport } from '../run/write-report.ts';
import { runReportKeys } from './report-keys.ts';
import { workKeys } from './run-order.ts';

/**
 * Writes the report of a scored run, what it took, and the hashes that are to be signed: whoever signs sees nothing else.
 * @throws {ArtifactError} where the run was not scored
 */
export async function reportRun(run: RunData): Promise<void> {
  const { store } = run;
  await removeSignatures(store);
  await store.remove(runReportKeys.printed);
  const result = await requireResult(run);
  const operation = await summariseOperation(result, store);
  const { files } = await writeReport(run, result, operation, [danish]);
  for (const each of result.models) {
    const counts = await countModel(store, result, each);
    await store.write(workKeys.counts(each.model.id), `${JSON.stringify(counts)}\n`);
  }
  await store.write(runReportKeys.toSign, `${JSON.stringify(hashToSign(JSON.stringify(result), files))}\n`);
}

async function requireResult({ store, record }: RunData): Promise<Result> {
  if ((await readResult(store, record)) === null)
    throw new ArtifactError(`Cannot report "${store.describe(runKeys.result)}": it is missing`);
  // As it was written, its members in their order: the copy beside the report is the same to the byte.
  return JSON.parse(new TextDecoder().decode((await store.read(runKeys.result))!));
}
