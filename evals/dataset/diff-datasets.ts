import type { SplitName } from '../../datasets/card.ts';
import type { LabelDifference } from '../../datasets/change.ts';
import { diffLabels } from '../../datasets/diff-labels.ts';
import type { Judged } from '../../datasets/judged.ts';
import type { Label } from '../../datasets/label.ts';
import { canonicalHash } from '../canonical-hash.ts';
import type { LabelIndex } from '../label-index.ts';
import { type Dataset, labelsOrNull } from '../open-dataset.ts';

export interface VersionName {
  id: string;
  version: string;
  labelVersion: string;
}

export interface DatasetDifference {
  from: VersionName;
  to: VersionName;
  cases: {
    added: string[];
    removed: string[];
    changed: string[];
    /** In another split. */
    moved: { caseId: string; from: string; to: string }[];
  };
  labels: ({ caseId: string } & LabelDifference)[];
  /** Defects by code, where their number differs. */
  codes: { code: string; before: number; after: number }[];
  annotations: { before: number; after: number };
  /** Findings that people judged to be no defect of their own. */
  judged: { added: Judged[]; removed: Judged[] };
}

interface Known {
  split: string;
  hash: string;
}

/** What makes one version of a data set out of another: cases, labels defect by defect, counts by code. */
export async function diffDatasets(from: Dataset, to: Dataset): Promise<DatasetDifference> {
  const [before, after] = [await readCasesOf(from), await readCasesOf(to)];
  const ids = (known: ReadonlyMap<string, Known>, other: ReadonlyMap<string, Known>) =>
    [...known.keys()].filter((id) => !other.has(id)).sort();
  const shared = [...before.keys()].filter((id) => after.has(id)).sort();
  const [old, renewed] = [await readLabelsOf(from), await readLabelsOf(to)];
  const labels = shared.flatMap((caseId) =>
    diffLabels(labelOf(old, caseId), labelOf(renewed, caseId)).map((difference) => ({
      caseId,
      ...difference,
    })),
  );
  return {
    from: nameOf(from),
    to: nameOf(to),
    cases: {
      added: ids(after, before),
      removed: ids(before, after),
      changed: shared.filter((id) => before.get(id)!.hash !== after.get(id)!.hash),
      moved: shared
        .map((caseId) => ({ caseId, from: before.get(caseId)!.split, to: after.get(caseId)!.split }))
        .filter((each) => each.from !== each.to),
    },
    labels,
    codes: diffCodes(countCodes(old), countCodes(renewed)),
    annotations: { before: await countAnnotations(from), after: await countAnnotations(to) },
    judged: await diffJudged(from, to),
  };
}

function nameOf({ card }: Dataset): VersionName {
  return { id: card.id, version: card.version, labelVersion: card.labelVersion };
}

async function readCasesOf(dataset: Dataset): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const split of splitsOf(dataset)) {
    for await (const each of dataset.cases(split))
      known.set(each.caseId, { split, hash: canonicalHash(each) });
  }
  return known;
}

/** A case without a label has no defect and no outcome. */
function labelOf(indexes: ReadonlyMap<string, LabelIndex>, caseId: string): Partial<Label> {
  return indexes.get(caseId)?.get(caseId) ?? {};
}

/** The index that holds the label of each case that has one. */
async function readLabelsOf(dataset: Dataset): Promise<Map<string, LabelIndex>> {
  const indexes = new Map<string, LabelIndex>();
  for (const split of splitsOf(dataset)) {
    const ids = await dataset.caseIds(split);
    const index = await labelsOrNull(dataset, split, new Set(ids));
    if (index !== null) for (const id of ids) indexes.set(id, index);
  }
  return indexes;
}

async function countAnnotations(dataset: Dataset): Promise<number> {
  let count = 0;
  for (const split of splitsOf(dataset)) {
    const index = await dataset.annotations(split, new Set(await dataset.caseIds(split)));
    count += index?.count ?? 0;
  }
  return count;
}

async function diffJudged(from: Dataset, to: Dataset): Promise<DatasetDifference['judged']> {
  const [before, after] = [await readJudgedOf(from), await readJudgedOf(to)];
  const beside = (known: ReadonlyMap<string, Judged>, other: ReadonlyMap<string, Judged>) =>
    [...known].filter(([key]) => !other.has(key)).map(([, judged]) => judged);
  return { added: beside(after, before), removed: beside(before, after) };
}

async function readJudgedOf(dataset: Dataset): Promise<Map<string, Judged>> {
  const byHash = new Map<string, Judged>();
  for (const split of splitsOf(dataset)) {
    const judged = await dataset.judged(split, new Set(await dataset.caseIds(split)));
    for (const each of judged) byHash.set(canonicalHash(each), each);
  }
  return byHash;
}

function countCodes(labels: ReadonlyMap<string, LabelIndex>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [caseId, index] of labels) {
    for (const { code } of index.get(caseId).defects) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

function diffCodes(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): DatasetDifference['codes'] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((code) => ({ code, before: before.get(code) ?? 0, after: after.get(code) ?? 0 }))
    .filter((each) => each.before !== each.after);
}

function splitsOf({ card }: Dataset): SplitName[] {
  return Object.keys(card.splits) as SplitName[];
}
