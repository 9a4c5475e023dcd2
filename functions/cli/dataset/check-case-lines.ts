import type { Split } from '../../../datasets/card.ts';
import { parseCaseLine } from '../../../datasets/case-line.ts';
import { linesOf } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';

/** Reads the cases of a split as strictly as they may be handed on. @throws {InputError} on the first that is wrong */
export async function checkCaseLines(store: BlobStore, { cases }: Pick<Split, 'cases'>): Promise<void> {
  const file = store.describe(cases);
  let number = 0;
  for await (const line of await linesOf(store, cases)) {
    number += 1;
    if (line !== '') parseCaseLine(line, { file, line: number });
  }
}
