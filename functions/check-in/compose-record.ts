import { toWellFormed } from '../../datasets/well-formed.ts';
import { type CheckIn, type CheckInDataset, CheckInSchema } from '../../evals/check-in/check-in.ts';
import type { Decision } from '../../evals/check-in/decision.ts';
import { findNewDecisions } from '../../evals/check-in/new-decisions.ts';
import { scorerVersion } from '../../evals/comparability.ts';
import type { Cluster } from '../../reports/check-in/cluster.ts';

export interface RecordParts {
  cluster: Cluster;
  month: string;
  /** Check-ins before, the earliest first. */
  earlier: readonly CheckIn[];
  datasets: CheckInDataset[];
  decisions: readonly Decision[];
}

/** A month's record: what vendors and data sets wrote may hold half characters, which nobody could sign. */
export function composeRecord({ cluster, month, earlier, datasets, decisions }: RecordParts): CheckIn {
  const made: CheckIn = {
    schema: 'maalestok.check-in.v1',
    cluster: { id: cluster.id, title: cluster.title ?? null },
    month,
    previous: earlier.at(-1)?.month ?? null,
    scorer: scorerVersion,
    datasets,
    ...findNewDecisions(decisions, month, earlier),
  };
  return CheckInSchema.parse(toWellFormed(made));
}
