import type { LocalRule } from '../../datasets/case.ts';
import type { PreparedDefect, PreparedFinding } from '../matching/prepare.ts';
import type { CaseScore } from './case-score.ts';

/** A case's score with what it was computed from, for measures that match anew or look at two cases. */
export interface ScoredCase {
  score: CaseScore;
  defects: readonly PreparedDefect[];
  /** One list a repeat, in the order of the score's repeats; empty where it was not answered. */
  findings: readonly (readonly PreparedFinding[])[];
  /** Of the case. */
  localRules: readonly LocalRule[];
  twinOf?: string;
  transformOf?: string;
}
