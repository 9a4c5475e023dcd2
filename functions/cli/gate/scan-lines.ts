import { excerpt } from '../../../datasets/errors.ts';
import { parseJson } from '../../../datasets/parse-line.ts';
import { type FoundValue, gateJsonLine } from '../../../datasets/privacy/gate-text.ts';
import { linesOf } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';

/**
 * What the gate finds in a file of JSON lines, a line at a time.
 * @param look is shown every record
 * @throws {InputError} where a line is no JSON
 */
export async function* scanLines(
  store: BlobStore,
  key: string,
  look?: (record: unknown) => void,
): AsyncGenerator<FoundValue> {
  const file = store.describe(key);
  let line = 0;
  for await (const raw of await linesOf(store, key)) {
    line += 1;
    if (raw.trim() === '') continue;
    const record = parseJson(raw, { file: excerpt(file, 200), line });
    look?.(record);
    yield* gateJsonLine(raw, record, { file, line });
  }
}
