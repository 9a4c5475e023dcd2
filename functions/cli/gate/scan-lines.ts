import { createHash } from 'node:crypto';
import { excerpt } from '../../../datasets/errors.ts';
import { parseJson } from '../../../datasets/parse-line.ts';
import { type FoundValue, gateJsonLine } from '../../../datasets/privacy/gate-text.ts';
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
  const hash = createHash('sha256');
  let line = 0;
  for await (const raw of await linesOf(store, key)) {
    line += 1;
    if (raw !== '') hash.update(raw).update('\n');
    if (raw.trim() === '') continue;
    const record = parseJson(raw, { file: excerpt(file, 200), line });
    look?.(record);
    yield* gateJsonLine(raw, { file, line });
  }
  return hash.digest('hex');
}
