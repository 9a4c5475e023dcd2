import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ArtifactError, InputError } from '../../../datasets/errors.ts';
import { parseLine } from '../../../datasets/parse-line.ts';
import { type CheckIn, CheckInCaseSchema, CheckInSchema } from '../../../evals/check-in/check-in.ts';
import { MonthSchema } from '../../../evals/check-in/month.ts';
import type { CaseHashes, MonthRun } from '../../../evals/check-in/month-run.ts';
import { readResult } from '../../../evals/steps/read-result.ts';
import { checkInFiles } from '../../../reports/check-in/check-in-context.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { readShards } from '../../run/run-plan.ts';
import { requireRunRecord } from '../open-run.ts';

/**
 * The cluster's check-ins before a month, the earliest first.
 * @throws {ArtifactError} where one is damaged
 */
export async function readEarlier(home: string, clusterId: string, month: string): Promise<CheckIn[]> {
  const entries = await readdir(home).catch(() => []);
  const months = entries.filter((name) => MonthSchema.safeParse(name).success && name < month).sort();
  const earlier: CheckIn[] = [];
  for (const each of months) {
    const store = createFileStore(join(home, each));
    const bytes = await store.read(checkInFiles.record);
    if (bytes === null) continue;
    const file = store.describe(checkInFiles.record);
    const record = parseRecord(new TextDecoder().decode(bytes), file);
    if (record.cluster.id !== clusterId || record.month !== each) {
      throw new ArtifactError(
        `Cannot read "${file}": it is of ${record.cluster.id} in ${record.month}, expected ${clusterId} in ${each}`,
      );
    }
    earlier.push(record);
  }
  return earlier;
}

function parseRecord(text: string, file: string): CheckIn {
  try {
    return parseLine(text, CheckInSchema, { file });
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    const message = `Cannot read "${file}": it is damaged, or of another version of Målestok. Restore it, or move that month's folder away`;
    throw new ArtifactError(message, { cause });
  }
}

/** The run of the last check-in, as it lies there. @throws {InputError} where it is gone or not scored */
export async function openLastRun(folder: string): Promise<MonthRun> {
  const store = createFileStore(folder);
  const record = await requireRunRecord(folder, store);
  const result = await readResult(store, record);
  if (result !== null) return { store, record, shards: await readShards(store), result };
  throw new InputError({
    file: folder,
    is: 'a run without a result',
    expected: 'the run of the last check-in, scored',
    mend: 'Score it again with `maalestok score`, or restore it.',
  });
}

/** What the cases of a data set were at a check-in. @throws {ArtifactError} where that is missing or damaged */
export async function readCaseHashes(
  folder: string,
  { id, split }: { id: string; split: string },
): Promise<CaseHashes> {
  const store = createFileStore(folder);
  const file = store.describe(checkInFiles.cases);
  const lines = await store.readLines(checkInFiles.cases);
  if (lines === null) throw new ArtifactError(`Cannot read "${file}": it is missing`);
  const cases = new Map<string, { content: string; label: string }>();
  try {
    for await (const line of lines) {
      const each = parseLine(line, CheckInCaseSchema, { file });
      if (each.dataset !== id || each.split !== split) continue;
      cases.set(each.caseId, { content: each.content, label: each.label });
    }
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new ArtifactError(`Cannot read "${file}": it is damaged`, { cause });
  }
  return cases;
}
