import type { Split } from '../../../datasets/card.ts';
import { normaliseValue } from '../../../datasets/privacy/finding-id.ts';
import { normaliseText } from '../../../datasets/privacy/normalise-text.ts';
import { walkJsonText } from '../../../datasets/privacy/walk-json-text.ts';
import { hashLines } from '../../../evals/hash-lines.ts';
import { linesOf } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';

/**
 * Which of these values stand word for word in a text of a split's cases or labels. A page shows texts beside each other that
 * lie apart in the data set, and what is named in the one may make a name of a word in the other. A single word without a
 * digit counts nowhere: `Skov` may stand there as a wood. A file that is another than the card says holds nothing: nobody
 * has looked at it.
 * @param values as `normaliseValue` gives them
 */
export async function heldVerbatim(
  store: BlobStore,
  split: Split,
  values: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const sought = new Set([...values].filter((value) => /\d| /u.test(value)));
  const held = new Set<string>();
  for (const name of ['cases', 'labels'] as const) {
    const key = split[name];
    if (key === undefined || sought.size === 0) continue;
    const lines = hashLines(await linesOf(store, key));
    const here = new Set<string>();
    for await (const { text: line } of lines) if (line.trim() !== '') findIn(line, sought, here);
    if (lines.read().sha256 === split[`${name}Sha256`]) for (const value of here) held.add(value);
  }
  return held;
}

/** Adds to `found` what of `sought` stands in a line of JSON. */
function findIn(line: string, sought: ReadonlySet<string>, found: Set<string>): void {
  for (const { text } of walkJsonText(line)) {
    const shown = normaliseValue(normaliseText(text).text);
    for (const value of sought) if (!found.has(value) && holds(shown, value)) found.add(value);
  }
}

/** Whether the text holds the value between two ends of words. */
export function holds(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + value.length, at + value.length + 2);
    if (!/[\p{L}\d]$/u.test(before) && !/^[\p{L}\d]/u.test(after)) return true;
  }
  return false;
}
