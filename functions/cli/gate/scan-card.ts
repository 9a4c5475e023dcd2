import type { Card } from '../../../datasets/card.ts';
import { parseJson } from '../../../datasets/parse-line.ts';
import { type FoundValue, gateJsonLine } from '../../../datasets/privacy/gate-text.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { scanLines } from './scan-lines.ts';

/**
 * What the gate finds beside the splits, in all that is packed with them: the card less what the gate wrote itself, the
 * change log, the data set's own taxonomy and catalogue. Findings in documents of many lines tell the field, not the line.
 * @throws {InputError} where a file is no JSON
 */
export async function* scanCard(store: BlobStore, card: Card): AsyncGenerator<FoundValue> {
  // As it is written: what the schema does not know, or drops, is packed with the rest.
  const bytes = await store.read('card.json');
  if (bytes !== null) yield* inDocument(new TextDecoder().decode(bytes), store.describe('card.json'));
  for (const key of [card.taxonomy, card.catalogue]) {
    const bytes = key === undefined ? null : await store.read(key);
    if (bytes === null) continue;
    const file = store.describe(key!);
    const raw = new TextDecoder().decode(bytes);
    parseJson(raw, { file });
    yield* inDocument(raw, file);
  }
  if (card.changes !== undefined) yield* scanLines(store, card.changes);
}

function inDocument(raw: string, file: string): FoundValue[] {
  return gateJsonLine(raw, { file, line: 1 }).map(({ finding, value: own }) => {
    const { line: _, column: __, ...where } = finding;
    return { finding: where, value: own };
  });
}
