import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { createFileStore } from '../../adapters/file-store.ts';
import type { ListedRun } from './find-runs.ts';

/** What a browser may draw, told by the first bytes and not by what the case says of the file. */
const kinds: readonly [mediaType: string, magic: readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/**
 * A file of the data set that a run was made on, by its SHA-256.
 * @returns null where there is none of this content, or none that a browser may draw
 */
export async function readCaseFile(
  { folder, record }: ListedRun,
  sha256: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string } | null> {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) return null;
  const store = createFileStore(resolve(folder, record.datasetFolder));
  const bytes = await store.read(`files/${sha256}`);
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) return null;
  const kind = kinds.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte));
  return kind === undefined ? null : { bytes: new Uint8Array(bytes), mediaType: kind[0] };
}
