import { InputError } from '../../../datasets/errors.ts';
import { buildDecisionWorkbook, type DecisionEntry } from '../../../datasets/labelling/decision-workbook.ts';
import { createSheetContext } from '../../../datasets/labelling/sheet-context.ts';
import { collectUnmatched, type Unmatched } from '../../../evals/labelling/collect-unmatched.ts';
import { loadCases } from '../../../evals/labelling/load-cases.ts';
import { mergeFindings, seededOrder } from '../../../evals/labelling/merge-findings.ts';
import { poolEntries } from '../../../evals/labelling/pool-entries.ts';
import { openDataset } from '../../../evals/open-dataset.ts';
import { compareText } from '../../../evals/statistics/compare-text.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { readShards, requireRunRecord } from '../open-run.ts';
import { readLanguage } from '../read-options.ts';
import { writeDecisions } from './write-decisions.ts';

export interface PoolOptions {
  dataset: string;
  out: string;
  seed: string;
  /** Ids of models to be left out, with commas between. */
  without?: string;
  language: string;
}

/** `maalestok labels pool`: what models found and the labels do not have, to be judged without knowing whose it is. */
export async function poolFindings(folders: readonly string[], options: PoolOptions): Promise<void> {
  const language = readLanguage(options.language);
  const dataset = await openDataset(createFileStore(options.dataset));
  const runs = await openRuns(folders, options.dataset, dataset.contentHash);
  const { split } = runs[0]!.record.dataset;
  const labels = await dataset.labels(split, new Set(await dataset.caseIds(split)));
  const without = new Set((options.without ?? '').split(',').map((id) => id.trim()));
  const unmatched: Unmatched = new Map();
  for (const run of runs) await collectUnmatched(run, dataset, labels, without, unmatched);
  if (unmatched.size === 0) {
    process.stdout.write(
      'Every finding of these runs matches a defect of the labels: there is nothing to judge.\n',
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
