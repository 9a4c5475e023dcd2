import { unreadableFinding } from '../../../datasets/privacy/files/gate-file.ts';
import { type FoundValue, gateFileName, gateJsonLine } from '../../../datasets/privacy/gate-text.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { gateFileBounded } from './gate-file-bounded.ts';
import { scanLines } from './scan-lines.ts';

/** What the gate finds in a file of a store, by what it is; a name in the file's own name too. */
export async function* scanFile(store: BlobStore, key: string): AsyncGenerator<FoundValue> {
  const file = store.describe(key);
  const name = key.slice(key.lastIndexOf('/') + 1);
  yield* gateFileName(name, file);
  if (key.endsWith('.jsonl')) {
    yield* scanLines(store, key);
    return;
  }
  const bytes = await store.read(key);
  if (bytes === null) {
    yield unreadableFinding(file, 'a file whose name cannot be opened', '');
    return;
  }
  const json = key.endsWith('.json') ? readJson(bytes) : undefined;
  if (json === undefined) yield* await gateFileBounded(bytes, file);
  else yield* placed(new TextDecoder().decode(bytes), file);
}

/** A JSON document over many lines: line and column are counted from the place in the whole text. */
function placed(text: string, file: string): FoundValue[] {
  return gateJsonLine(text, { file, line: 1 }).map(({ finding, value: own }) => {
    if (finding.column === undefined) return { finding, value: own };
    const before = text.slice(0, finding.column - 1);
    const line = before.split('\n').length;
    return { finding: { ...finding, line, column: before.length - before.lastIndexOf('\n') }, value: own };
  });
}

/** Undefined where it is none: then it is read as any text. */
function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
