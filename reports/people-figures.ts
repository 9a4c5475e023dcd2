import type { Result } from '../evals/artifacts.ts';
import type { Figure } from '../evals/statistics/interval.ts';

/** One person or model against the consensus of the other caseworkers. */
export interface ConsensusFigures {
  /** Labelled by at least two people. */
  cases: number;
  precision: Figure;
  recall: Figure;
  f1: Figure;
  citationHf1: Figure;
  cleanFalseAlarmRate: Figure;
}

/** What the report needs to know of the caseworkers' agreement; alphas and kappas are at most 1 and may be negative. */
export interface PeopleFigures {
  annotations: number;
  cases: number;
  pairedCases: number;
  alpha: Figure;
  alphaByCode: readonly { code: string; alpha: Figure; cases: number }[];
  kappas: readonly { a: string; b: string; kappa: Figure; cases: number }[];
  meanF1: Figure;
  human: ConsensusFigures;
  annotators: readonly (ConsensusFigures & { annotatorId: string })[];
  models: readonly (ConsensusFigures & { id: string })[];
}

/** The caseworkers' agreement, where the result has it: cases that several of them labelled. */
export function peopleOf(result: Result): PeopleFigures | null {
  const { people } = result as Result & { people?: PeopleFigures | null };
  return people ?? null;
}
