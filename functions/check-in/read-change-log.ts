import type { Card } from '../../datasets/card.ts';
import { type Change, ChangeSchema } from '../../datasets/change.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { linesOf } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';

/** A data set's change log; empty where the card names none. @param store its folder @throws {InputError} with the line */
export async function readChangeLog(store: BlobStore, { changes }: Card): Promise<Change[]> {
  if (changes === undefined) return [];
  const log: Change[] = [];
  let line = 0;
  for await (const text of await linesOf(store, changes)) {
    line += 1;
    log.push(parseLine(text, ChangeSchema, { file: store.describe(changes), line }));
  }
  return log;
}
