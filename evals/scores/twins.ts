import { matchCase } from '../matching/match-case.ts';
import type { Policy } from '../matching/policy.ts';
import type { PreparedDefect, PreparedFinding } from '../matching/prepare.ts';
import { findDifference } from './differing-defect.ts';
import { RelatedPairs } from './related-pairs.ts';
import type { ScoredCase } from './scored-case.ts';
import { addCount, type Counts } from './tally.ts';

/** What is held of a case until its twins have come. */
interface Twin {
  defects: readonly PreparedDefect[];
  repeats: Answer[];
}

interface Answer {
  answered: boolean;
  findings: readonly PreparedFinding[];
  truePositives: number;
  found: ReadonlySet<string>;
}

/**
 * Whether one model tells twins apart. A pair (a case and its `twinOf`) counts where the two labels differ
 * in exactly one required defect, by the multisets of their codes. Per repeat, that defect is
 * - *found* when it is matched in the case that has it: `twins.recall`
 * - *discriminated* when moreover that case would have a true positive less without it (the finding is not
 *   merely taken from another defect), and the other case was answered and reports no such defect, that is
 *   would have no true positive more if its gold held it too: `twins.accuracy`
 *
 * So the same answer to both discriminates nothing, and not to answer one of them gains nothing.
 */
export class TwinPairs {
  readonly #pairs: RelatedPairs<Twin>;
  readonly #policy: Policy;
  #counted = 0;
  #unusable = 0;

  /**
   * @param relations of the label file, by case id
   * @param policy the headline's, under which the cases were scored
   */
  constructor(relations: ReadonlyMap<string, { twinOf?: string }>, policy: Policy) {
    this.#pairs = new RelatedPairs(
      [...relations].flatMap(([caseId, { twinOf }]) =>
        twinOf === undefined ? [] : [[caseId, twinOf] as const],
      ),
    );
    this.#policy = policy;
  }

  /** Pairs whose labels differ in one required defect, both cases added. */
  get pairs(): number {
    return this.#counted;
  }

  /** Pairs that differ in more or less than one required defect: they count nowhere. */
  get unusable(): number {
    return this.#unusable;
  }

  /** Cases kept for a twin that has not come. */
  get held(): number {
    return this.#pairs.held;
  }

  /** Takes in a case, each once, and adds what the pairs complete by it say to its family's counts. */
  add(counts: Counts, { score, defects, findings }: ScoredCase): void {
    const read = (): Twin => ({
      defects,
      repeats: score.repeats.map((repeat, at) => ({
        answered: repeat.status === 'answered',
        findings: findings[at]!,
        truePositives: repeat.policies[this.#policy]!.truePositives,
        found: new Set(
          repeat.defects.flatMap(({ findingId, defectId }) => (findingId === undefined ? [] : defectId)),
        ),
      })),
    });
    for (const { copy, original } of this.#pairs.add(score.caseId, read)) this.#count(counts, copy, original);
  }

  #count(counts: Counts, copy: Twin, original: Twin): void {
    const difference = findDifference(copy.defects, original.defects);
    if (difference === null) {
      this.#unusable += 1;
      return;
    }
    this.#counted += 1;
    const { defect, inFirst } = difference;
    const [fuller, other] = inFirst ? [copy, original] : [original, copy];
    const without = fuller.defects.filter((each) => each !== defect);
    const withIt = [...other.defects, defect];
    for (const [at, answer] of fuller.repeats.entries()) {
      const beside = other.repeats[at]!;
      const found = answer.found.has(defect.defect.defectId);
      const discriminated =
        found &&
        beside.answered &&
        this.#truePositives(answer, without) < answer.truePositives &&
        this.#truePositives(beside, withIt) === beside.truePositives;
      addCount(counts, 'twins.recall', Number(found), 1);
      addCount(counts, 'twins.accuracy', Number(discriminated), 1);
    }
  }

  #truePositives({ findings }: Answer, defects: readonly PreparedDefect[]): number {
    return matchCase(findings, defects, this.#policy).pairs.filter(
      ({ defect }) => defects[defect]!.defect.role === 'required',
    ).length;
  }
}
