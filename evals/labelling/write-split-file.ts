import { createHash } from 'node:crypto';
import type { SplitName } from '../../datasets/card.ts';
import { parseJson } from '../../datasets/parse-line.ts';
import type { BlobStore } from '../ports.ts';

/**
 * Gives a split another file of people's work, under a name of its own, and names it in the card. The card comes after
 * the file, and the old file goes after the card: a crash leaves the old state or the new one. An empty text names none.
 */
export async function writeSplitFile(
  store: BlobStore,
  split: SplitName,
  kind: 'annotations' | 'judged',
  text: string,
): Promise<void> {
  const raw = parseJson(new TextDecoder().decode((await store.read('card.json'))!), {
    file: store.describe('card.json'),
  }) as { splits: Record<string, Record<string, unknown>> };
  const { [kind]: old, [`${kind}Sha256`]: oldHash, ...rest } = raw.splits[split]!;
  const hash = createHash('sha256').update(text).digest('hex');
  if (text === '' ? old === undefined : hash === oldHash) return;
  const key = `${split}.${kind}.${hash.slice(0, 12)}.jsonl`;
  if (text !== '') await store.write(key, text);
  const named = text === '' ? {} : { [kind]: key, [`${kind}Sha256`]: hash };
  const splits = { ...raw.splits, [split]: { ...rest, ...named } };
  await store.write('card.json', `${JSON.stringify({ ...raw, splits }, null, 2)}\n`);
  if (typeof old === 'string' && old !== key && !(await isNamed(store, old))) await store.remove(old);
}

/** Whether the card or one of an earlier version that stayed beside it (`card.1.0.0.json`) names a file. */
async function isNamed(store: BlobStore, name: string): Promise<boolean> {
  for (const key of await store.list('card.')) {
    if (!key.endsWith('.json')) continue;
    const bytes = await store.read(key);
    if (new TextDecoder().decode(bytes ?? undefined).includes(JSON.stringify(name))) return true;
  }
  return false;
}
