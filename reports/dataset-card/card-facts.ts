import type { Card, SplitName } from '../../datasets/card.ts';
import type { Change } from '../../datasets/change.ts';

/** What a card's page tells beside the card itself. What comes from labels is left out where they are. */
export interface CardFacts {
  card: Card;
  taxonomy: { id: string; version: string };
  catalogue: { id: string; version: string };
  /** False where labels are left out: the origin may hold the command that makes them. */
  withOrigin: boolean;
  splits: SplitFacts[];
  /** Absent where labels are left out. */
  changes?: readonly Change[];
}

export interface SplitFacts {
  split: SplitName;
  cases: number;
  caseTypes: { name: string; cases: number }[];
  /** Absent where labels are left out. */
  labels?: {
    complete: number;
    deficient: number;
    required: number;
    advisory: number;
    contested: number;
    groups: number;
  };
  people?: { annotators: number; annotations: number; paired: number };
}
