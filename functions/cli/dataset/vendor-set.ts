import { createHash } from 'node:crypto';
import type { Card, SplitName } from '../../../datasets/card.ts';
import { writeCaseLine } from '../../../datasets/case-line.ts';
import type { Dataset } from '../../../evals/open-dataset.ts';

/** What a vendor is handed of a data set: its cases as they are read, whatever else stands in their lines. */
export interface VendorSet {
  /** Its hashes of cases are those of the lines that are handed on. */
  dataset: Dataset;
  /** The files of cases, by name. */
  cases: Map<string, () => Promise<Uint8Array>>;
}

export async function prepareVendorSet(dataset: Dataset): Promise<VendorSet> {
  const splits: Card['splits'] = {};
  const cases: VendorSet['cases'] = new Map();
  for (const [name, split] of Object.entries(dataset.card.splits) as [
    SplitName,
    NonNullable<Card['splits'][SplitName]>,
  ][]) {
    const hash = createHash('sha256');
    for await (const each of dataset.cases(name)) hash.update(writeCaseLine(each));
    splits[name] = { ...split, casesSha256: hash.digest('hex') };
    cases.set(split.cases, () => readAll(dataset, name));
  }
  return { dataset: { ...dataset, card: { ...dataset.card, splits } }, cases };
}

async function readAll(dataset: Dataset, split: SplitName): Promise<Uint8Array> {
  const lines: string[] = [];
  for await (const each of dataset.cases(split)) lines.push(writeCaseLine(each));
  return new TextEncoder().encode(lines.join(''));
}
