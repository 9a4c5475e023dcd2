import type { Card, SplitName } from '../../../datasets/card.ts';
import { InputError } from '../../../datasets/errors.ts';
import type { MadeUp } from '../../../datasets/privacy/privacy-card.ts';
import type { AnnotationIndex } from '../../../evals/annotation-index.ts';
import { summariseGold } from '../../../evals/label-index.ts';
import { labelsOrNull, openDataset } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { quoteArgument } from '../../../evals/quote-argument.ts';
import { requireGate } from '../../../evals/require-gate.ts';
import { oneLine } from '../../../reports/render/one-line.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { describeVoidMadeUp } from '../gate/describe-void-made-up.ts';
import { gateDataset, type SignOffRequest } from '../gate/gate-dataset.ts';
import { checkSplitFiles } from './check-split-files.ts';
import { renewCard } from './renew-card.ts';

export interface CheckOptions {
  /** Counts and hashes are renewed first, and the gate is run. Nobody else may write to the folder meanwhile. */
  write?: boolean;
  signOff?: SignOffRequest;
  madeUp?: MadeUp | undefined;
}

/** Checks everything in a data set that a run would check, and says what it holds. @throws {InputError} */
export async function checkFiles(folder: string, options: CheckOptions): Promise<void> {
  const store = createFileStore(folder);
  if (options.write === true) await renewCard(store);
  const { open = 0, voidMadeUp } =
    options.write === true ? await gateDataset(store, { ...options, write: true }) : {};
  const opened = await openDataset(store);
  const { card, taxonomy, caseIds, annotations } = opened;
  process.stdout.write(`${card.id} ${oneLine(card.version)}: ${oneLine(card.titleDa)}\n`);
  const seen = new Map<string, string>();
  for (const split of Object.keys(card.splits) as SplitName[]) {
    const ids = await caseIds(split);
    await checkSplitFiles(store, card.splits[split]!);
    requireApart(ids, split, seen, folder);
    requireCount(ids.length, card.splits[split]!.count, split, store);
    const labels = await labelsOrNull(opened, split, new Set(ids));
    const gold = labels === null ? null : summariseGold(labels, ids, taxonomy);
    process.stdout.write(
      gold === null
        ? `${split}: ${ids.length} cases, no labels yet\n`
        : `${split}: ${gold.cases} cases (${gold.completeCases} complete, ${gold.deficientCases} deficient), ` +
            `${gold.requiredDefects} required, ${gold.advisoryDefects} advisory, ${gold.contestedDefects} contested ` +
            `defects in ${gold.groups.length} groups\n`,
    );
    const people = await annotations(split, new Set(ids));
    if (people !== null) process.stdout.write(`${describePeople(people, ids)}\n`);
    const judged = await opened.judged(split, new Set(ids));
    if (judged.length > 0)
      process.stdout.write(`  ${judged.length} findings of models judged to be no defect of their own\n`);
  }
  process.stdout.write(await describeGate(card, store, { open, folder }));
  if (open > 0 && voidMadeUp !== undefined) process.stdout.write(describeVoidMadeUp(folder, voidMadeUp));
}

/** Data that the gate has not passed is whole, but cannot be run: said, and no error. */
async function describeGate(
  card: Card,
  store: BlobStore,
  { open, folder }: { open: number; folder: string },
): Promise<string> {
  if (open > 0) {
    return `gate: ${open} open findings; \`npx maalestok gate ${quoteArgument(folder)}\` lists them. Until each is mended or signed off, the data set cannot be run\n`;
  }
  try {
    await requireGate(card, store);
    return '';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `gate: ${error.problem.is}; until it has, the data set cannot be run. ${error.problem.mend}\n`;
  }
}

function describePeople({ count, annotators, get }: AnnotationIndex, ids: readonly string[]): string {
  const paired = ids.filter((id) => get(id).length >= 2).length;
  return `  ${count} annotations by ${annotators.length} caseworkers; ${paired} cases labelled by two or more`;
}

function requireApart(
  ids: readonly string[],
  split: string,
  seen: Map<string, string>,
  folder: string,
): void {
  for (const id of ids) {
    const other = seen.get(id);
    if (other !== undefined) {
      const is = `"${id}" in ${other} and in ${split}`;
      throw new InputError({ file: folder, field: 'caseId', is, expected: 'each case in one split' });
    }
    seen.set(id, split);
  }
}

function requireCount(count: number, expected: number, split: string, store: BlobStore): void {
  if (count === expected) return;
  const file = store.describe('card.json');
  const folder = quoteArgument(store.describe('.'));
  const mend = `Write the right one with \`npx maalestok dataset ${folder} --write\`.`;
  throw new InputError({
    file,
    field: `splits.${split}.count`,
    is: String(expected),
    expected: String(count),
    mend,
  });
}
