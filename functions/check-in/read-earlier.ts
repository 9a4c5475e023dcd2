import { ArtifactError, InputError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { type CheckIn, CheckInCaseSchema, CheckInSchema } from '../../evals/check-in/check-in.ts';
import { MonthSchema } from '../../evals/check-in/month.ts';
import type { CaseHashes, MonthRun } from '../../evals/check-in/month-run.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { readResult } from '../../evals/steps/read-result.ts';
import { checkInFiles } from '../../reports/check-in/check-in-files.ts';
import { readRunRecord, readShards } from '../run/run-plan.ts';

/**
 * The cluster's check-ins before a month, the earliest first.
 * @param home where the cluster's months lie
 * @param names of what lies there
 * @throws {ArtifactError} where one is damaged
 */
export async function readEarlier(
  home: BlobStore,
  names: readonly string[],
  { id: clusterId, month }: { id: string; month: string },
): Promise<CheckIn[]> {
  const months = names.filter((name) => MonthSchema.safeParse(name).success && name < month);
  const earlier: CheckIn[] = [];
  for (const each of months.toSorted()) {
    const key = `${each}/${checkInFiles.record}`;
    const bytes = await home.read(key);
    if (bytes === null) continue;
    const file = home.describe(key);
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

/**
 * The run of the last check-in, as it lies there.
 * @param store the run's folder
 * @throws {InputError} where it is gone or not scored
 */
export async function openLastRun(store: BlobStore): Promise<MonthRun> {
  const record = await readRunRecord(store);
  const result = record === null ? null : await readResult(store, record);
  if (record !== null && result !== null) return { store, record, shards: await readShards(store), result };
  throw new InputError({
    file: store.describe(''),
    is: record === null ? 'no run (run.json is not there)' : 'a run without a result',
    expected: 'the run of the last check-in, scored',
    mend: 'Score it again with `maalestok score`, or restore it.',
  });
}

/** What the cases of a data set were at a check-in. @param store that month's folder @throws {ArtifactError} where that is missing or damaged */
export async function readCaseHashes(
  store: BlobStore,
  { id, split }: { id: string; split: string },
): Promise<CaseHashes> {
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
