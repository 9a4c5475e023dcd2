import type { RunRecord, Shard } from '../artifacts.ts';
import type { LabelIndex } from '../label-index.ts';
import type { PreparedFinding } from '../matching/prepare.ts';
import type { Dataset } from '../open-dataset.ts';
import type { BlobStore } from '../ports.ts';
import { prepareGold, scoreAnswers } from '../scores/score-case.ts';
import { answersOf } from '../steps/score-run.ts';

export interface PooledRun {
  record: RunRecord;
  shards: readonly Shard[];
  store: BlobStore;
}

/** What a label does not have of what was found, by case. */
export type Unmatched = Map<string, PreparedFinding[]>;

/**
 * Adds the findings of a run's models that match no defect of today's labels, under the run's own matching policy. A
 * further finding of a defect that another finding already has is known, and left out: but one of a type that the labels do
 * not have in the case may be a defect of its own, however near its citation is.
 * @param without ids of models that are left out
 */
export async function collectUnmatched(
  { record, shards, store }: PooledRun,
  dataset: Dataset,
  labels: LabelIndex,
  without: ReadonlySet<string>,
  unmatched: Unmatched,
): Promise<void> {
  const models = record.models.filter(({ id }) => !without.has(id));
  for await (const { caseShown, screenings } of answersOf(models, { record, shards, dataset, store })) {
    const gold = prepareGold(caseShown, labels.get(caseShown.caseId), dataset);
    const codes = new Set(gold.label.defects.map(({ code }) => code));
    for (const answers of screenings) {
      const { score, findings } = scoreAnswers(gold, answers, { policy: record.policy });
      for (const [at, { findings: verdicts }] of score.repeats.entries()) {
        const open = findings[at]!.filter(({ finding: { code } }, index) => {
          const { verdict, duplicate } = verdicts[index]!;
          const isOther = code !== undefined && !codes.has(code);
          return verdict === 'falsePositive' && (!duplicate || isOther);
        });
        const known = unmatched.get(caseShown.caseId) ?? [];
        if (open.length > 0) unmatched.set(caseShown.caseId, [...known, ...open]);
      }
    }
  }
}
