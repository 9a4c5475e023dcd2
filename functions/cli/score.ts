import type { Policy } from '../../evals/matching/policy.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { finishRun } from './finish-run.ts';
import { type OpenRun, openRun, requireRunRecord } from './open-run.ts';
import { openSigner } from './open-signer.ts';
import { readLanguage, readPolicy } from './read-options.ts';
import { withRunLock } from './with-run-lock.ts';

export interface ScoreOptions {
  /** The headline's policy from now on; absent: the one the run has. */
  policy?: string;
  language: string;
  signedBy?: string;
}

/** `maalestok score RUN`: scores the stored answers again, without any model call. */
export async function score(folder: string, options: ScoreOptions): Promise<void> {
  const language = readLanguage(options.language);
  const policy = options.policy === undefined ? undefined : readPolicy(options.policy);
  await requireRunRecord(folder, createFileStore(folder));
  const { signer } = await openSigner(options.signedBy);
  await withRunLock(folder, async () => {
    const run = await openRun(folder);
    await finishRun(policy === undefined ? run : await changePolicy(run, policy), language, signer);
  });
}

/** The policy is no part of the plan: the run stays the same, so `run.json` remembers it for the next scoring. */
async function changePolicy(run: OpenRun, policy: Policy): Promise<OpenRun> {
  const record = { ...run.record, policy };
  await run.store.write(runKeys.run, `${JSON.stringify(record, null, 2)}\n`);
  return { ...run, record };
}
