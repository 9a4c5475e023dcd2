import { resolve } from 'node:path';
import type { Card, SplitName } from '../../../datasets/card.ts';
import { InputError } from '../../../datasets/errors.ts';
import type { PrivacyFinding } from '../../../datasets/privacy/finding.ts';
import type { FindingKind } from '../../../datasets/privacy/finding-kind.ts';
import type { FoundValue } from '../../../datasets/privacy/gate-text.ts';
import type { RunRecord } from '../../../evals/artifacts.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { requireGate } from '../../../evals/require-gate.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { readCard, signedBy } from './gate-dataset.ts';
import { heldVerbatim } from './held-verbatim.ts';
import { isWordOfSuite } from './own-words.ts';
import { scanCard } from './scan-card.ts';
import { scanSplit } from './scan-split.ts';

/**
 * Marks findings in a run: what the run's data set holds and its card signs off is signed off here too, by its value,
 * and so is a part of it (`71v` of `71v, Vestermark Bygrunde`), and what stands in it word for word: it tells no more. So are
 * words of the suite that only what stands beside them makes a name. What is left came from a model, or was never looked at.
 */
export async function judgeRun(
  record: { datasetFolder: string; dataset: Pick<RunRecord['dataset'], 'split'>; suite: RunRecord['suite'] },
  folder: string,
  found: readonly FoundValue[],
): Promise<PrivacyFinding[]> {
  if (found.length === 0) return [];
  const dataFolder = resolve(folder, record.datasetFolder);
  const known = await signedValues(dataFolder, record.dataset.split);
  const isKnown = ({ finding, value }: FoundValue) =>
    known.has(value) ||
    known.has(partKey(finding.kind, value)) ||
    isWordOfSuite(record.suite, finding, plainValue({ finding, value }));
  const unknown = new Set(found.filter((each) => !isKnown(each)).map(plainValue));
  const held = await heldInPassed(dataFolder, record.dataset.split, unknown);
  return found.map((each) => ({ ...each.finding, signedOff: isKnown(each) || held.has(plainValue(each)) }));
}

/** What stands word for word in a split of a data set that has passed the gate as it is. */
async function heldInPassed(
  folder: string,
  split: SplitName,
  values: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const store = createFileStore(folder);
  const card = await readCard(store);
  const own = card.splits[split];
  if (own === undefined || !(await hasPassed(card, store))) return new Set();
  return heldVerbatim(store, own, values);
}

/** Whether the gate has passed a data set as its card is now. */
export async function hasPassed(card: Card, store: BlobStore): Promise<boolean> {
  try {
    await requireGate(card, store);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** A found value without its kind. */
function plainValue({ finding, value }: Pick<FoundValue, 'finding' | 'value'>): string {
  return value.slice(finding.kind.length + 1);
}

async function signedValues(folder: string, split: SplitName): Promise<ReadonlySet<string>> {
  const store = createFileStore(folder);
  const card = await readCard(store);
  const { splits, privacy } = card;
  const own = splits[split];
  const values = new Set<string>();
  if (own === undefined || privacy === undefined) return values;
  const isSigned = privacy.madeUp === undefined ? signedBy(privacy.signedOff) : () => true;
  const learn = async (found: AsyncIterable<FoundValue>) => {
    for await (const { finding, value } of found) {
      if (!isSigned(finding)) continue;
      values.add(value);
      for (const part of partsOf(value)) values.add(partKey(finding.kind, part));
    }
  };
  await learn(scanSplit(store, own));
  // A report carries the card's title, notice and origin.
  await learn(scanCard(store, card));
  return values;
}

function partKey(kind: FindingKind, part: string): string {
  return `${kind}\n${part}`;
}

const mostWords = 8;

/** Whole words that follow one another, in a value of any length eight at most. */
function partsOf(value: string): string[] {
  const words = [...value.matchAll(/[\p{L}\d]+/gu)];
  return words.flatMap(({ index: start }, first) =>
    words.slice(first, first + mostWords).map((last) => value.slice(start, last.index + last[0].length)),
  );
}
