import { excerpt } from '../../../datasets/errors.ts';
import { parseJson } from '../../../datasets/parse-line.ts';
import { type FoundValue, gateJsonLine } from '../../../datasets/privacy/gate-text.ts';
import { hashLines } from '../../../evals/hash-lines.ts';
import { linesOf } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';

/**
 * What the gate finds in a file of JSON lines, a line at a time.
 * @param look is shown every record
 * @returns the SHA-256 of what was read, counted as the card counts it
 * @throws {InputError} where a line is no JSON
 */
export async function* scanLines(
  store: BlobStore,
  key: string,
  look?: (record: unknown) => void,
): AsyncGenerator<FoundValue, string> {
  const file = store.describe(key);
  const lines = hashLines(await linesOf(store, key));
  for await (const { text, line } of lines) {
    if (text.trim() === '') continue;
    const record = parseJson(text, { file: excerpt(file, 200), line });
    look?.(record);
    yield* gateJsonLine(text, { file, line });
  }
  return lines.read().sha256;
}
