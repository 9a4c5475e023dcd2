import { posix } from 'node:path';
import type { CheckInDataset } from '../../evals/check-in/check-in.ts';
import type { Decision } from '../../evals/check-in/decision.ts';
import type { BlobStore } from '../../evals/ports.ts';
import type { ReadCluster } from '../../reports/check-in/cluster.ts';
import { checkInWordingDa } from '../../reports/wording/check-in-wording-da.ts';
import { storeWithin } from '../adapters/store-within.ts';
import { composeRecord } from '../check-in/compose-record.ts';
import { measureRun } from '../check-in/measure-run.ts';
import { readDecisions } from '../check-in/read-decisions.ts';
import { readEarlier } from '../check-in/read-earlier.ts';
import { type WrittenCases, writeCheckIn } from '../check-in/write-check-in.ts';
import { runPlace } from '../cloud-records.ts';
import { clusterPlace, keyBeside, monthPlace, openClusterFile } from './check-in-place.ts';
import { openCloudRun } from './open-cloud-run.ts';
import { checkInReportKeys, reportLanguage } from './report-keys.ts';

export interface CheckInToReport {
  /** Of the cluster's file. */
  cluster: string;
  month: string;
  runs: readonly { run: string }[];
}

/**
 * Writes a month's check-in of runs that are done, as `maalestok check-in` writes it, and leaves what is to be signed: whoever
 * signs sees hashes alone.
 * @returns where it lies; ends with "/"
 * @throws {ArtifactError} where a run is not done, or an earlier check-in is damaged
 */
export async function reportCheckIn(
  { cluster: key, month, runs }: CheckInToReport,
  blobs: BlobStore,
): Promise<{ place: string }> {
  const read = await openClusterFile(blobs, key);
  const { cluster } = read;
  const decisions = await openDecisions(read, key, blobs);
  const home = storeWithin(blobs, clusterPlace(cluster.id));
  const names = [...new Set((await home.list('')).map((each) => each.split('/')[0]!))];
  const earlier = await readEarlier(home, names, { id: cluster.id, month });
  const place = monthPlace(cluster.id, month);
  const datasets: CheckInDataset[] = [];
  const cases: WrittenCases[] = [];
  for (const { run } of runs) {
    const measured = await measureRun({
      ...{ read, month, earlier, log: [] },
      run: await openCloudRun(run, blobs),
      runFolder: posix.relative(place, runPlace(run)),
      openMonth: (each) => ({
        store: storeWithin(blobs, monthPlace(cluster.id, each)),
        runStore: (folder) => storeWithin(blobs, `${posix.join(monthPlace(cluster.id, each), folder)}/`),
      }),
    });
    datasets.push(measured.own);
    cases.push(measured.cases);
  }
  const record = composeRecord({ cluster, month, earlier, datasets, decisions });
  const store = storeWithin(blobs, place);
  const hasDecisions = cluster.decisionsFile !== undefined;
  await store.remove(checkInReportKeys.printed);
  const toSign = await writeCheckIn({
    store,
    record,
    cases,
    languages: [{ language: reportLanguage, words: checkInWordingDa }],
    hasDecisions,
  });
  await store.write(checkInReportKeys.toSign, `${JSON.stringify(toSign)}\n`);
  return { place };
}

async function openDecisions(
  { cluster, refuse }: ReadCluster,
  clusterKey: string,
  blobs: BlobStore,
): Promise<Decision[]> {
  const { decisionsFile } = cluster;
  if (decisionsFile === undefined) return [];
  const key = keyBeside(clusterKey, decisionsFile);
  const bytes = key.startsWith('clusters/') ? await blobs.read(key) : null;
  if (bytes === null)
    throw refuse(['decisionsFile'], `"${decisionsFile}", which is not there`, 'a file beside it');
  return readDecisions(bytes, key);
}
