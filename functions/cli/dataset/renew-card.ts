import { InputError } from '../../../datasets/errors.ts';
import { parseJson } from '../../../datasets/parse-line.ts';
import { readLineHash } from '../../../evals/hash-lines.ts';
import { linesOf } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';

interface RawSplit {
  cases?: unknown;
  labels?: unknown;
  annotations?: unknown;
  judged?: unknown;
}

/** Counts and hashes the files that the card names; everything else in the card stays as it is. */
export async function renewCard(store: BlobStore): Promise<void> {
  const bytes = await store.read('card.json');
  const file = store.describe('card.json');
  if (bytes === null) throw new InputError({ file, is: 'no such file', expected: 'a data set card' });
  const card = parseJson(new TextDecoder().decode(bytes), { file }) as {
    splits?: Record<string, RawSplit>;
  } | null;
  const splits: Record<string, unknown> = {};
  for (const [name, split] of Object.entries(card?.splits ?? {})) {
    if (typeof split?.cases !== 'string') {
      throw new InputError({
        file,
        field: `splits.${name}`,
        is: 'no file name',
        expected: '`cases`',
      });
    }
    const entry: Record<string, unknown> = { ...split };
    for (const kind of ['cases', 'labels', 'annotations', 'judged'] as const) {
      const key = split[kind];
      if (typeof key !== 'string') continue;
      const { count, sha256 } = await readLineHash(await linesOf(store, key));
      if (kind === 'cases') entry.count = count;
      entry[`${kind}Sha256`] = sha256;
    }
    splits[name] = entry;
  }
  await store.write('card.json', `${JSON.stringify({ ...card, splits }, null, 2)}\n`);
}
