import { createHash } from 'node:crypto';
import type { Split } from '../../../datasets/card.ts';
import { excerpt, InputError } from '../../../datasets/errors.ts';
import type { FoundValue } from '../../../datasets/privacy/gate-text.ts';
import { requireHash } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { gateFileBounded } from './gate-file-bounded.ts';
import { scanLines } from './scan-lines.ts';

/**
 * What the gate finds in a split: cases, labels, annotations, judged findings, and the files that its cases name. A file
 * that is not there, or is not what its name says, is a finding: what takes its place later was never read.
 * @param options certify: the card is to say that this was read. Then it must be what the card and the cases name
 * @throws {InputError} where a line is no JSON; with `certify`, where a file is another than is named
 */
export async function* scanSplit(
  store: BlobStore,
  split: Split,
  { certify = false } = {},
): AsyncGenerator<FoundValue> {
  const named = new Map<string, string>();
  const look = (record: unknown) => {
    const { caseId, files } = (record ?? {}) as { caseId?: unknown; files?: unknown };
    for (const { sha256 } of Array.isArray(files) ? files : []) {
      if (typeof sha256 === 'string' && /^[0-9a-f]{64}$/u.test(sha256)) named.set(sha256, String(caseId));
    }
  };
  for (const name of ['cases', 'labels', 'annotations', 'judged'] as const) {
    const key = split[name];
    if (key === undefined) continue;
    const read = yield* scanLines(store, key, name === 'cases' ? look : undefined);
    const expected = split[`${name}Sha256`];
    if (certify && expected !== undefined) requireHash(store, key, read, expected);
  }
  for (const hash of [...named.keys()].sort()) {
    const key = `files/${hash}`;
    const file = store.describe(key);
    const bytes = await store.read(key);
    const fault = faultOf(bytes, hash);
    if (fault !== undefined) {
      if (certify) throw notAsNamed(file, fault, named.get(hash)!);
      yield unread(file, fault, hash);
    }
    if (bytes !== null) yield* await gateFileBounded(bytes, file);
  }
}

function faultOf(bytes: Uint8Array | null, hash: string): string | undefined {
  if (bytes === null) return 'no such file';
  return createHash('sha256').update(bytes).digest('hex') === hash ? undefined : 'content of another SHA-256';
}

function notAsNamed(file: string, is: string, caseId: string): InputError {
  return new InputError({
    file,
    is,
    expected: `the file that case "${excerpt(caseId, 80)}" names by its SHA-256`,
    mend: 'Restore the file: the gate passes only what it has read.',
  });
}

function unread(file: string, why: string, hash: string): FoundValue {
  const value = `unreadable ${hash} ${why}`;
  const finding = createHash('sha256').update(value).digest('hex').slice(0, 16);
  return { finding: { file, field: why, kind: 'unreadable', confidence: 1, excerpt: why, finding }, value };
}
