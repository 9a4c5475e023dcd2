import type { SplitName } from '../../../datasets/card.ts';
import { InputError } from '../../../datasets/errors.ts';
import type { Judged } from '../../../datasets/judged.ts';
import { buildDecisionWorkbook, type DecisionEntry } from '../../../datasets/labelling/decision-workbook.ts';
import { createSheetContext } from '../../../datasets/labelling/sheet-context.ts';
import type { LabelIndex } from '../../../evals/label-index.ts';
import { collectUnmatched, type Unmatched } from '../../../evals/labelling/collect-unmatched.ts';
import { withoutKnown } from '../../../evals/labelling/known-findings.ts';
import { loadCases } from '../../../evals/labelling/load-cases.ts';
import { mergeFindings, seededOrder } from '../../../evals/labelling/merge-findings.ts';
import { poolEntries } from '../../../evals/labelling/pool-entries.ts';
import { type Dataset, openDataset } from '../../../evals/open-dataset.ts';
import { compareText } from '../../../evals/statistics/compare-text.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { readShards } from '../../run/run-plan.ts';
import { requireRunRecord } from '../open-run.ts';
import { readLanguage } from '../read-options.ts';
import { writeDecisions } from './write-decisions.ts';

export interface PoolOptions {
  dataset: string;
  out: string;
  seed: string;
  /** Ids of models to be left out, with commas between. */
  without?: string;
  /** Ask about findings that were judged before, too. */
  again?: boolean;
  language: string;
}

/** `maalestok labels pool`: what models found and the labels do not have, to be judged without knowing whose it is. */
export async function poolFindings(folders: readonly string[], options: PoolOptions): Promise<void> {
  const language = readLanguage(options.language);
  const dataset = await openDataset(createFileStore(options.dataset));
  const runs = await openRuns(folders, options.dataset, dataset.contentHash);
  const { split } = runs[0]!.record.dataset;
  const caseIds = new Set(await dataset.caseIds(split));
  const labels = await dataset.labels(split, caseIds);
  const without = new Set((options.without ?? '').split(',').map((id) => id.trim()));
  const unmatched: Unmatched = new Map();
  for (const run of runs) await collectUnmatched(run, dataset, labels, without, unmatched);
  const judged = options.again === true ? [] : await dataset.judged(split, caseIds);
  const known = await dropKnown(unmatched, judged, dataset, split, labels);
  if (known > 0)
    process.stdout.write(`${known} findings were judged before and are left out; --again asks about them.\n`);
  if (unmatched.size === 0) {
    process.stdout.write(
      known > 0
        ? 'There is nothing else to judge.\n'
        : 'Every finding of these runs matches a defect of the labels: there is nothing to judge.\n',
    );
    return;
  }
  const order = [...unmatched.keys()].sort((a, b) =>
    compareText(seededOrder(options.seed, a), seededOrder(options.seed, b)),
  );
  const context = createSheetContext(dataset, language);
  async function* entries(): AsyncGenerator<DecisionEntry[]> {
    // Cases stand in a seeded order: those of a file are fetched together.
    for (let at = 0; at < order.length; at += casesAtOnce) {
      const batch = order.slice(at, at + casesAtOnce);
      const cases = await loadCases(dataset, split, new Set(batch));
      for (const caseId of batch) {
        const merged = mergeFindings(unmatched.get(caseId)!, options.seed);
        yield poolEntries(merged, cases.get(caseId)!, labels.get(caseId), context);
      }
    }
  }
  const { card, contentHash } = dataset;
  const source = { card, split, contentHash, labelsHash: labels.contentHash };
  // Not the run's name: a suite may be called after its model. The name ends with these digits.
  const plans = [...new Set(runs.map(({ record }) => record.plan.slice(0, 12)))].sort();
  await writeDecisions(options.out, unmatched.size, entries(), (rows, part) =>
    buildDecisionWorkbook({ kind: 'pool', ...source, part, entries: rows, runs: plans }, context),
  );
}

const casesAtOnce = 100;

/** Takes out what people judged before. @returns how many findings */
async function dropKnown(
  unmatched: Unmatched,
  judged: readonly Judged[],
  dataset: Dataset,
  split: SplitName,
  labels: LabelIndex,
): Promise<number> {
  const byCase = Map.groupBy(judged, ({ caseId }) => caseId);
  const both = [...byCase.keys()].filter((caseId) => unmatched.has(caseId));
  let dropped = 0;
  for (let at = 0; at < both.length; at += casesAtOnce) {
    const cases = await loadCases(dataset, split, new Set(both.slice(at, at + casesAtOnce)));
    for (const [caseId, caseShown] of cases) {
      const before = unmatched.get(caseId)!;
      const open = withoutKnown(before, byCase.get(caseId)!, caseShown, labels.get(caseId), dataset);
      dropped += before.length - open.length;
      if (open.length === 0) unmatched.delete(caseId);
      else unmatched.set(caseId, open);
    }
  }
  return dropped;
}

/** @throws {InputError} where a run is of other cases or of another split than the first */
async function openRuns(folders: readonly string[], dataset: string, contentHash: string) {
  const runs = [];
  for (const folder of folders) {
    const store = createFileStore(folder);
    const record = await requireRunRecord(folder, store);
    const first = runs[0]?.record ?? record;
    if (record.dataset.contentHash !== contentHash) {
      throw new InputError({
        file: folder,
        is: `a run on other cases than those of ${dataset}`,
        expected: 'runs on the cases of --dataset',
        mend: 'Name the data set that the runs were made on, or a later version of it.',
      });
    }
    if (record.dataset.split !== first.dataset.split) {
      const is = `a run on the split ${record.dataset.split}`;
      throw new InputError({
        file: folder,
        is,
        expected: `runs on the split ${first.dataset.split}, as the first`,
      });
    }
    runs.push({ store, record, shards: await readShards(store) });
  }
  return runs;
}
