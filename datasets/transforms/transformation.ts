import type { Random } from '../../evals/statistics/random.ts';
import type { Case } from '../case.ts';

/** A change to a case after which its label must still hold. */
export interface Transformation {
  /** As the label's `transform` names it. */
  id: string;
  titleDa: string;
  titleEn: string;
  /**
   * The changed case, still under its old id; the same for the same random stream. The case given is not touched.
   * @returns null where nothing in this case can be changed
   */
  apply(original: Case, random: Random): Case | null;
}
