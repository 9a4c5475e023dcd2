import { posix } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { type ReadCluster, readCluster } from '../../reports/check-in/cluster.ts';

/** Where a cluster's check-ins lie; ends with "/". */
export function clusterPlace(clusterId: string): string {
  return `check-ins/${clusterId}/`;
}

/** Where a month's check-in lies; ends with "/". */
export function monthPlace(clusterId: string, month: string): string {
  return `${clusterPlace(clusterId)}${month}/`;
}

/** What a file that a cluster names is called in the store. */
export function keyBeside(clusterKey: string, file: string): string {
  return posix.normalize(posix.join(posix.dirname(clusterKey), file));
}

/** @param key `clusters/<file>.yaml` @throws {InputError} where it is not there, or wrong */
export async function openClusterFile(blobs: BlobStore, key: string): Promise<ReadCluster> {
  const bytes = await blobs.read(key);
  if (bytes !== null) return readCluster(new TextDecoder().decode(bytes), key);
  throw new InputError({ file: key, is: 'no such file', expected: 'a cluster (YAML)' });
}
