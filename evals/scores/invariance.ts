import type { Policy } from '../matching/policy.ts';
import { compareText } from '../statistics/compare-text.ts';
import type { Figure } from '../statistics/interval.ts';
import type { RepeatScore } from './case-score.ts';
import { requiredCodes } from './differing-defect.ts';
import { computeF1Change, type HitCounts } from './f1-change.ts';
import { RelatedPairs } from './related-pairs.ts';
import type { ScoredCase } from './scored-case.ts';
import { addCount, type Counts } from './tally.ts';

/** What is held of a case until its partner has come. */
interface Member {
  family: string;
  /** Sorted: variants with other defects than their original are no such variants. */
  gold: string;
  repeats: Answer[];
}

interface Answer extends HitCounts {
  answered: boolean;
  /** The distinct codes reported, as one text. */
  codes: string;
}

/**
 * Whether one model answers alike where only what must not matter was changed: each transformed case
 * (`transformOf` in the label file) against its original, repeat by repeat.
 * `invariance.sameCodes`: share of the transformed cases with the same set of reported codes as the original,
 * findings without a code being one code more; only where both were answered, so that failing gains nothing.
 */
export class Invariance {
  readonly #pairs: RelatedPairs<Member>;
  readonly #policy: Policy;
  readonly #families = new Map<string, { variants: HitCounts; originals: HitCounts }>();
  #transformed = 0;
  #unusable = 0;

  /**
   * @param relations of the label file, by case id
   * @param policy the headline's
   */
  constructor(relations: ReadonlyMap<string, { transformOf?: string }>, policy: Policy) {
    this.#pairs = new RelatedPairs(
      [...relations].flatMap(([caseId, { transformOf }]) =>
        transformOf === undefined ? [] : [[caseId, transformOf] as const],
      ),
    );
    this.#policy = policy;
  }

  /** Transformed cases compared with their originals. */
  get transformed(): number {
    return this.#transformed;
  }

  /** Pairs with other required codes in the one label than in the other: they count nowhere. */
  get unusable(): number {
    return this.#unusable;
  }

  /** Cases kept for a partner that has not come. */
  get held(): number {
    return this.#pairs.held;
  }

  /** Takes in a case, each once, and adds what the pairs complete by it say to its family's counts. */
  add(counts: Counts, { score, defects }: ScoredCase): void {
    const read = (): Member => ({
      family: score.family ?? score.caseId,
      gold: JSON.stringify(requiredCodes(defects).sort(compareText)),
      repeats: score.repeats.map((repeat) => this.#answerOf(repeat)),
    });
    for (const { copy, original } of this.#pairs.add(score.caseId, read)) this.#count(counts, copy, original);
  }

  /**
   * F1 over the transformed cases less F1 over their originals, each original counted once for each of its
   * variants. `items`: transformed cases. For the interval see `computeF1Change`.
   */
  change(repeats: number): Figure {
    const families = [...this.#families].sort(([a], [b]) => compareText(a, b)).map(([, sums]) => sums);
    return computeF1Change({
      after: families.map(({ variants }) => variants),
      before: families.map(({ originals }) => originals),
      repeats,
      items: this.#transformed,
    });
  }

  #answerOf(repeat: RepeatScore): Answer {
    const { truePositives, falsePositives, falseNegatives } = repeat.policies[this.#policy]!;
    const codes = new Set(repeat.findings.map(({ code }) => JSON.stringify(code)));
    return {
      answered: repeat.status === 'answered',
      codes: [...codes].sort(compareText).join(),
      truePositives,
      union: truePositives + falsePositives + falseNegatives,
    };
  }

  #count(counts: Counts, copy: Member, original: Member): void {
    if (copy.gold !== original.gold) {
      this.#unusable += 1;
      return;
    }
    this.#transformed += 1;
    let family = this.#families.get(copy.family);
    if (family === undefined) {
      family = { variants: { truePositives: 0, union: 0 }, originals: { truePositives: 0, union: 0 } };
      this.#families.set(copy.family, family);
    }
    for (const [at, variant] of copy.repeats.entries()) {
      const other = original.repeats[at]!;
      const same = variant.answered && other.answered && variant.codes === other.codes;
      addCount(counts, 'invariance.sameCodes', Number(same), 1);
      addTo(family.variants, variant);
      addTo(family.originals, other);
    }
  }
}

function addTo(sums: HitCounts, { truePositives, union }: HitCounts): void {
  sums.truePositives += truePositives;
  sums.union += union;
}
