import type { Split } from '../../../datasets/card.ts';
import { parseCaseLine } from '../../../datasets/case-line.ts';
import { linesOf } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { readCaseFile } from '../../adapters/read-case-file.ts';

/**
 * Reads the cases of a split as strictly as they may be handed on, and the files that they name: each is there, with the
 * bytes that its name says.
 * @throws {InputError} on the first that is wrong
 */
export async function checkSplitFiles(store: BlobStore, { cases }: Pick<Split, 'cases'>): Promise<void> {
  const file = store.describe(cases);
  const read = new Set<string>();
  let number = 0;
  for await (const line of await linesOf(store, cases)) {
    number += 1;
    if (line === '') continue;
    for (const each of parseCaseLine(line, { file, line: number }).files) {
      const key = `${each.sha256} ${each.bytes}`;
      if (!read.has(key)) await readCaseFile(store, each);
      read.add(key);
    }
  }
}
