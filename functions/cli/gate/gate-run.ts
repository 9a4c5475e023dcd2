import { resolve } from 'node:path';
import type { SplitName } from '../../../datasets/card.ts';
import type { PrivacyFinding } from '../../../datasets/privacy/finding.ts';
import type { FoundValue } from '../../../datasets/privacy/gate-text.ts';
import type { RunRecord } from '../../../evals/artifacts.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { readCard, signedBy } from './gate-dataset.ts';
import { scanSplit } from './scan-split.ts';

/**
 * Marks findings in a run: what the run's data set holds and its card signs off is signed off here too, by its value.
 * What is left came from a model, or was never looked at.
 */
export async function judgeRun(
  record: Pick<RunRecord, 'datasetFolder' | 'dataset'>,
  folder: string,
  found: readonly FoundValue[],
): Promise<PrivacyFinding[]> {
  if (found.length === 0) return [];
  const known = await signedValues(resolve(folder, record.datasetFolder), record.dataset.split);
  return found.map(({ finding, value }) => ({ ...finding, signedOff: known.has(value) }));
}

async function signedValues(folder: string, split: SplitName): Promise<ReadonlySet<string>> {
  const store = createFileStore(folder);
  const { splits, privacy } = await readCard(store);
  const own = splits[split];
  const values = new Set<string>();
  if (own === undefined || privacy === undefined) return values;
  const isSigned = privacy.madeUp === undefined ? signedBy(privacy.signedOff) : () => true;
  for await (const { finding, value } of scanSplit(store, own)) if (isSigned(finding)) values.add(value);
  return values;
}
