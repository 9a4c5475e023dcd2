import type { Change } from '../../datasets/change.ts';
import { buildDataset } from '../../evals/check-in/build-dataset.ts';
import type { CheckIn, CheckInDataset } from '../../evals/check-in/check-in.ts';
import { gatherMonth } from '../../evals/check-in/gather-month.ts';
import type { SinceLastInput } from '../../evals/check-in/month-run.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { readResult } from '../../evals/steps/read-result.ts';
import type { ReadCluster } from '../../reports/check-in/cluster.ts';
import { type MeasureId, measureOf } from '../../reports/measures.ts';
import type { RunData } from '../run/open-run-data.ts';
import { openLastRun, readCaseHashes } from './read-earlier.ts';
import type { WrittenCases } from './write-check-in.ts';

export interface MeasureRunInput {
  read: ReadCluster;
  month: string;
  run: RunData;
  /** What the check-in's record calls the run: its folder from the month's. */
  runFolder: string;
  /** Check-ins before, the earliest first. */
  earlier: readonly CheckIn[];
  log: readonly Change[];
  /** The month's folder, and a run's by what that month's record calls it. */
  openMonth(month: string): { store: BlobStore; runStore: (runFolder: string) => BlobStore };
}

/**
 * All of a check-in that is about one run.
 * @throws {InputError} where the run of the last check-in is gone
 * @throws {ArtifactError} where something of it is damaged
 */
export async function measureRun(
  input: MeasureRunInput,
): Promise<{ own: CheckInDataset; cases: WrittenCases }> {
  const { read, month, run, runFolder, earlier, log, openMonth } = input;
  const result = await readResult(run.store, run.record);
  if (result === null) throw new Error(`Cannot report "${runFolder}": it was finished and has no result`);
  const gathered = await gatherMonth({ ...run, result, members: read.cluster.members });
  const named = { id: result.dataset.id, split: run.record.dataset.split };
  const previous = earlier.at(-1);
  const last = previous?.datasets.find(
    ({ dataset }) => dataset.id === named.id && dataset.split === named.split,
  );
  const before =
    previous === undefined || last === undefined ? null : await openBefore(previous.month, last.run);
  const now: SinceLastInput['now'] = { ...run, result, cases: gathered.cases };
  const own = await buildDataset({
    ...{ month, runFolder, now, gathered, before, earlier, log, gates: read.gates },
    readFigure: (name, model) => measureOf(name as MeasureId).read(model),
  });
  return { own, cases: { ...named, cases: gathered.cases, taxonomy: run.dataset.taxonomy } };

  async function openBefore(lastMonth: string, lastRun: string) {
    const { store, runStore } = openMonth(lastMonth);
    return { ...(await openLastRun(runStore(lastRun))), cases: await readCaseHashes(store, named) };
  }
}
