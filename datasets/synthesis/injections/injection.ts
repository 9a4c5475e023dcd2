import type { Random } from '../../../evals/statistics/random.ts';
import type { CaseType, Draft } from '../project.ts';

/** Where a defect lies, and so whether words may betray it. */
export type Where =
  /** A number in the world: each document tells it alike. */
  | 'number'
  /** Documents tell the same fact differently. */
  | 'relation'
  /** A word: a material, a use, a register's entry. */
  | 'word'
  /** A document, a drawing's part or an entry is not there. */
  | 'absence';

/** One way to bring one defect into a complete application. */
export interface Injection {
  id: string;
  code: string;
  /** The trigger, in words. */
  trigger: string;
  where: Where;
  caseTypes: readonly CaseType[];
  /** Further codes that the same change always brings along. */
  brings?: readonly string[];
  /**
   * Changes the draft, and says what is wrong unless that follows from the world.
   * @returns false where this draft does not lend itself to it
   */
  apply(draft: Draft, random: Random): boolean;
}

export const builtTypes = [
  'enfamiliehus_ny',
  'tilbygning',
  'sommerhus',
  'sekundaer_over_50',
  'raekkehus_dobbelthus',
  'etagebolig',
  'erhverv_lager',
  'landzone_byggeri',
] as const satisfies readonly CaseType[];
