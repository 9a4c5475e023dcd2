import type { Split } from '../../../datasets/card.ts';
import { normaliseValue } from '../../../datasets/privacy/finding-id.ts';
import { normaliseText } from '../../../datasets/privacy/normalise-text.ts';
import { walkJsonText } from '../../../datasets/privacy/walk-json-text.ts';
import { linesOf } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';

/**
 * Which of these values stand word for word in a text of a split's cases or labels. A page shows texts beside each other that
 * lie apart in the data set, and what is named in the one may make a name of a word in the other. A single word without a
 * digit counts nowhere: `Skov` may stand there as a wood.
 * @param values as `normaliseValue` gives them
 */
export async function heldVerbatim(
  store: BlobStore,
  split: Split,
  values: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const sought = new Set([...values].filter((value) => /\d| /u.test(value)));
  const held = new Set<string>();
  for (const key of [split.cases, split.labels]) {
    if (key === undefined || sought.size === 0) continue;
    for await (const line of await linesOf(store, key)) {
      if (line.trim() === '') continue;
      for (const { text } of walkJsonText(line)) {
        const shown = normaliseValue(normaliseText(text).text);
        for (const value of sought) {
          if (!holds(shown, value)) continue;
          held.add(value);
          sought.delete(value);
        }
      }
    }
  }
  return held;
}

/** Whether the text holds the value between two ends of words. */
function holds(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + value.length);
    if (!/[\p{L}\d]$/u.test(before) && !/^[\p{L}\d]/u.test(after)) return true;
  }
  return false;
}
