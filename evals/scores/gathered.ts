import type { CaseRelation } from '../../datasets/label-relations.ts';
import type { Policy } from '../matching/policy.ts';
import type { FamilyTable } from '../statistics/family-table.ts';
import type { AnswerTotals } from './answer-totals.ts';
import type { ChanceCollector } from './chance/chance-collector.ts';
import type { MatchClasses } from './chance/match-classes.ts';
import type { CodeCounts } from './code-counts.ts';
import type { Invariance } from './invariance.ts';
import type { ModelEntry } from './model-result.ts';
import type { Reliability } from './reliability.ts';
import type { Tally } from './tally.ts';
import type { TwinPairs } from './twins.ts';

export interface SummaryOptions {
  policy: Policy;
  /** Groups with a required defect in the gold: the same for every model. Sorted. */
  goldGroups: readonly string[];
  /** The comparability key: decides every replicate. */
  seed: string;
  /** Of the headline's policy; one for all models of a board. */
  classes: MatchClasses;
  /** Which cases are twins or changed copies of which, from the label file. */
  relations: ReadonlyMap<string, CaseRelation>;
}

/** What is known of a model when all cases are in. */
export interface Gathered {
  model: ModelEntry;
  options: SummaryOptions;
  totals: AnswerTotals;
  tally: Tally;
  table: FamilyTable;
  codes: CodeCounts;
  reliability: Reliability;
  twins: TwinPairs;
  invariance: Invariance;
  chance: ChanceCollector;
}
