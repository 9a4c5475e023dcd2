import { join } from 'node:path';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { readRunRecord } from '../run/run-plan.ts';

/** `new`: a folder of its own, whatever is there. true: goes on with the latest that is not finished. */
export type Fresh = boolean | 'new';

/**
 * The plan's own folder, or with `fresh` one beside it (`-2`, `-3` …) once the latest is finished. An interrupted run
 * is gone on with, the first as any other: the same command must not ask, and pay for, everything again.
 */
export async function chooseFolder(out: string, runId: string, fresh: Fresh): Promise<string> {
  const own = join(out, runId);
  if (!fresh) return own;
  let latest: string | undefined;
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? own : `${own}-${number}`;
    if ((await readRunRecord(createFileStore(folder))) === null) {
      const goOn = latest !== undefined && fresh !== 'new' && !(await isFinished(createFileStore(latest)));
      return goOn ? latest! : folder;
    }
    latest = folder;
  }
}

/** The copy of the result beside the report, and then its signature, are what a run writes last. */
async function isFinished(store: BlobStore): Promise<boolean> {
  const last = [runKeys.result, runKeys.report(runKeys.result), runKeys.report(runKeys.signature)];
  for (const key of last) if ((await store.read(key)) === null) return false;
  return true;
}
