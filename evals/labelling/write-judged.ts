import { createHash } from 'node:crypto';
import type { SplitName } from '../../datasets/card.ts';
import { parseJson } from '../../datasets/parse-line.ts';
import type { Dataset } from '../open-dataset.ts';
import type { BlobStore } from '../ports.ts';

/** Puts the judged findings of a split beside its labels, and their name and hash into the card. No label changes. */
export async function writeJudged(
  { card }: Dataset,
  store: BlobStore,
  split: SplitName,
  judged: string,
): Promise<void> {
  const { judged: old, judgedSha256: _, ...rest } = card.splits[split]!;
  const key = old ?? `${split}.judged.jsonl`;
  await store.write(key, judged);
  const named =
    judged === '' ? {} : { judged: key, judgedSha256: createHash('sha256').update(judged).digest('hex') };
  const raw = parseJson(new TextDecoder().decode((await store.read('card.json'))!), {}) as Pick<
    Dataset['card'],
    'splits'
  >;
  const splits = { ...raw.splits, [split]: { ...rest, ...named } };
  await store.write('card.json', `${JSON.stringify({ ...raw, splits }, null, 2)}\n`);
}
