import type { Card, SplitName } from '../../datasets/card.ts';
import { parseCaseLine } from '../../datasets/case-line.ts';
import { LabelSchema } from '../../datasets/label.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { hashLines } from '../../evals/hash-lines.ts';
import { linesOf } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';

/** A case and its label as they stand in their files. */
export interface WrittenCase {
  caseId: string;
  case: string;
  label: string;
}

/**
 * The cases of a data set that no program made, by split: their lines go into another data set as they are.
 * @throws {InputError} where a file is missing or wrong
 */
export async function readWrittenCases(
  store: BlobStore,
  { splits }: Pick<Card, 'splits'>,
): Promise<Map<SplitName, WrittenCase[]>> {
  const written = new Map<SplitName, WrittenCase[]>();
  for (const [name, { cases, labels }] of Object.entries(splits) as [
    SplitName,
    Card['splits'][SplitName] & object,
  ][]) {
    const byId = labels === undefined ? new Map<string, string>() : await readLabels(store, labels);
    const kept: WrittenCase[] = [];
    for await (const { text, line } of hashLines(await linesOf(store, cases))) {
      const { caseId } = parseCaseLine(text, { file: store.describe(cases), line });
      const label = byId.get(caseId);
      if (label !== undefined) kept.push({ caseId, case: text, label });
    }
    written.set(name, kept);
  }
  return written;
}

async function readLabels(store: BlobStore, key: string): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  for await (const line of await linesOf(store, key)) {
    if (line === '') continue;
    const { caseId, provenance } = parseLine(line, LabelSchema, { file: store.describe(key) });
    if (provenance !== 'synthetic') lines.set(caseId, line);
  }
  return lines;
}
