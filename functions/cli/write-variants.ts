import type { Card, SplitName } from '../../datasets/card.ts';
import { InputError } from '../../datasets/errors.ts';
import { parseJson } from '../../datasets/parse-line.ts';
import type { LabelledCase } from '../../evals/baselines/labelled-case.ts';
import { readCases } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { lockKey } from '../intake/with-dataset-lock.ts';

export interface WriteVariantsInput {
  from: BlobStore;
  to: BlobStore;
  source: Card;
  card: Card;
  split: SplitName;
  /** Sorted by id. */
  cases: readonly LabelledCase[];
}

/** Writes the data set: card, cases, labels, the practice split as it is, and the files that its cases name. */
export async function writeVariants(input: WriteVariantsInput): Promise<void> {
  const { from, to, source, card, split, cases } = input;
  await refuseOther(to, card);
  const { practice } = card.splits;
  const copied = [source.taxonomy, source.catalogue];
  if (split !== 'practice') copied.push(practice?.cases, practice?.labels, practice?.annotations);
  for (const key of copied) if (key !== undefined) await copy(from, to, key);
  const hashes = new Set(cases.flatMap(({ case: { files } }) => files.map(({ sha256 }) => sha256)));
  if (split !== 'practice' && practice !== undefined) {
    for (const hash of await filesNamed(from, practice.cases)) hashes.add(hash);
  }
  for (const hash of hashes) await copy(from, to, `files/${hash}`);
  const { cases: casesKey, labels: labelsKey } = card.splits[split]!;
  await to.write(casesKey, toLines(cases.map((each) => each.case)));
  await to.write(labelsKey!, toLines(cases.map(({ label }) => label)));
  await to.write('card.json', `${JSON.stringify(card, null, 2)}\n`);
}

/** A folder that holds another data set is left alone. @throws {InputError} */
async function refuseOther(to: BlobStore, { id }: Card): Promise<void> {
  const bytes = await to.read('card.json');
  if (bytes === null) {
    const other = (await to.list('')).find((key) => key !== lockKey);
    if (other === undefined) return;
    throw new InputError({
      file: to.describe('.'),
      field: '--out',
      is: `a folder with other files in it ("${other}")`,
      expected: 'a new or empty folder',
    });
  }
  const file = to.describe('card.json');
  const known = parseJson(new TextDecoder().decode(bytes), { file }) as { id?: unknown } | null;
  if (known?.id === id) return;
  throw new InputError({
    file,
    field: '--out',
    is: 'the card of another data set',
    expected: `an empty folder, or one that holds "${id}"`,
  });
}

async function copy(from: BlobStore, to: BlobStore, key: string): Promise<void> {
  const bytes = await from.read(key);
  if (bytes !== null) {
    await to.write(key, bytes);
    return;
  }
  throw new InputError({
    file: from.describe(key),
    is: 'no such file',
    expected: 'a file that the data set names',
  });
}

async function filesNamed(from: BlobStore, key: string): Promise<string[]> {
  const hashes: string[] = [];
  for await (const { files } of readCases(from, key)) hashes.push(...files.map(({ sha256 }) => sha256));
  return hashes;
}

function toLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
