import type { Split } from '../../../datasets/card.ts';
import { gateFile } from '../../../datasets/privacy/files/gate-file.ts';
import type { FoundValue } from '../../../datasets/privacy/gate-text.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { scanLines } from './scan-lines.ts';

type SplitFiles = Pick<Split, 'cases' | 'labels' | 'annotations' | 'judged'>;

/**
 * What the gate finds in a split: cases, labels, annotations, judged findings, and the files that its cases name. A file that is named and
 * not there is no finding: a run says so.
 */
export async function* scanSplit(store: BlobStore, split: SplitFiles): AsyncGenerator<FoundValue> {
  const hashes = new Set<string>();
  yield* scanLines(store, split.cases, (record) => {
    const { files } = (record ?? {}) as { files?: unknown };
    for (const { sha256 } of Array.isArray(files) ? files : []) {
      if (typeof sha256 === 'string' && /^[0-9a-f]{64}$/u.test(sha256)) hashes.add(sha256);
    }
  });
  if (split.labels !== undefined) yield* scanLines(store, split.labels);
  if (split.annotations !== undefined) yield* scanLines(store, split.annotations);
  if (split.judged !== undefined) yield* scanLines(store, split.judged);
  for (const hash of [...hashes].sort()) {
    const key = `files/${hash}`;
    const bytes = await store.read(key);
    if (bytes !== null) yield* await gateFile(bytes, store.describe(key));
  }
}
