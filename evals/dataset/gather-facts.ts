import type { SplitName } from '../../datasets/card.ts';
import { type Change, ChangeSchema } from '../../datasets/change.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { type GoldSummary, summariseGold } from '../label-index.ts';
import { type Dataset, labelsOrNull, linesOf } from '../open-dataset.ts';
import type { BlobStore } from '../ports.ts';

export interface SplitCounts {
  split: SplitName;
  cases: number;
  /** By id, most first. */
  caseTypes: { id: string; cases: number }[];
  /** Absent where the cases have none yet. */
  labels?: {
    complete: number;
    deficient: number;
    required: number;
    advisory: number;
    contested: number;
    groups: number;
  };
  people?: { annotators: number; annotations: number; paired: number };
}

/** What a data set holds, split by split. Everything is checked on the way. @throws {InputError} */
export async function gatherFacts(dataset: Dataset): Promise<SplitCounts[]> {
  const facts: SplitCounts[] = [];
  for (const split of Object.keys(dataset.card.splits) as SplitName[]) {
    const ids = await dataset.caseIds(split);
    const types = new Map<string, number>();
    for await (const { caseType } of dataset.cases(split))
      types.set(caseType, (types.get(caseType) ?? 0) + 1);
    const labels = await labelsOrNull(dataset, split, new Set(ids));
    const gold = labels === null ? null : summariseGold(labels, ids, dataset.taxonomy);
    const people = await dataset.annotations(split, new Set(ids));
    facts.push({
      split,
      cases: ids.length,
      caseTypes: [...types]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .map(([id, cases]) => ({ id, cases })),
      ...(gold === null ? {} : { labels: countsOf(gold) }),
      ...(people === null
        ? {}
        : {
            people: {
              annotators: people.annotators.length,
              annotations: people.count,
              paired: ids.filter((id) => people.get(id).length >= 2).length,
            },
          }),
    });
  }
  return facts;
}

function countsOf(gold: GoldSummary): NonNullable<SplitCounts['labels']> {
  return {
    complete: gold.completeCases,
    deficient: gold.deficientCases,
    required: gold.requiredDefects,
    advisory: gold.advisoryDefects,
    contested: gold.contestedDefects,
    groups: gold.groups.length,
  };
}

/** The change log that the card names, oldest first. @throws {InputError} */
export async function readChanges({ card }: Dataset, store: BlobStore): Promise<Change[]> {
  if (card.changes === undefined) return [];
  const changes: Change[] = [];
  const file = store.describe(card.changes);
  let line = 0;
  for await (const text of await linesOf(store, card.changes)) {
    line += 1;
    if (text !== '') changes.push(parseLine(text, ChangeSchema, { file, line }));
  }
  return changes;
}
