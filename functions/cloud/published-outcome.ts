/** What came of a run's publication. */
export interface PublishedOutcome {
  run: string;
  /** Models that are shown now. */
  published: string[];
  /** Models that are not, for want of a consent that holds, or by what the anonymisation gate finds in what they say. */
  leftOut: string[];
  /** Why nothing is published; null where something is. */
  because: string | null;
}

export const notWanted = 'its owner has not asked for it';
