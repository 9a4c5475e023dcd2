import { createHash } from 'node:crypto';
import type { Card, SplitName } from '../../../datasets/card.ts';
import { writeCaseLine } from '../../../datasets/case-line.ts';
import { InputError } from '../../../datasets/errors.ts';
import type { Dataset } from '../../../evals/open-dataset.ts';

/** What a vendor is handed of a data set: its cases as they are read, whatever else stands in their lines. */
export interface VendorSet {
  /** Its hashes of cases are those of the lines that are handed on. */
  dataset: Dataset;
  /** The files of cases, by name. */
  cases: Map<string, () => Promise<Uint8Array>>;
}

/** @param options sealed: the sealed split goes along; else a vendor does not see its cases before they are asked of its model */
export async function prepareVendorSet(dataset: Dataset, { sealed = false } = {}): Promise<VendorSet> {
  const splits: Card['splits'] = {};
  const cases: VendorSet['cases'] = new Map();
  for (const [name, split] of Object.entries(dataset.card.splits) as [
    SplitName,
    NonNullable<Card['splits'][SplitName]>,
  ][]) {
    if (name === 'sealed' && !sealed) continue;
    const hash = createHash('sha256');
    for await (const each of dataset.cases(name)) hash.update(writeCaseLine(each));
    splits[name] = { ...split, casesSha256: hash.digest('hex') };
    cases.set(split.cases, () => readAll(dataset, name));
  }
  if (cases.size === 0) {
    throw new InputError({
      field: '--without-labels',
      is: 'a data set whose only split is sealed',
      expected: 'a split that a vendor may see',
      mend: 'Give --sealed if its sealed cases are to be handed on.',
    });
  }
  return { dataset: { ...dataset, card: { ...dataset.card, splits } }, cases };
}

async function readAll(dataset: Dataset, split: SplitName): Promise<Uint8Array> {
  const lines: string[] = [];
  for await (const each of dataset.cases(split)) lines.push(writeCaseLine(each));
  return new TextEncoder().encode(lines.join(''));
}
