import { neutralOf, truePositivesOf } from './match-count.ts';

/** Pairs with required defects and with don't-care defects, entry by entry. */
export interface MatchedPairs {
  truePositives: Float64Array;
  neutral: Float64Array;
}

export function emptyPairs(length: number): MatchedPairs {
  return { truePositives: new Float64Array(length), neutral: new Float64Array(length) };
}

/** Things that answers are made of (codes, findings, groups of them), by number. */
export class AnswerParts {
  /** Over all cases. */
  readonly pairs: MatchedPairs;
  /** By part and size class (`part · sizes + size`): how many answers have it. */
  readonly weights: Float64Array;
  readonly #sizes: number;

  constructor(parts: number, sizes: number) {
    this.pairs = emptyPairs(parts);
    this.weights = new Float64Array(parts * sizes);
    this.#sizes = sizes;
  }

  /** Counts the answers of a list of findings that has this part. */
  weigh(part: number, answers: Float64Array, list: number): void {
    for (let size = 0; size < this.#sizes; size += 1) {
      this.weights[part * this.#sizes + size]! += answers[list * this.#sizes + size]!;
    }
  }

  /** Adds a part's pairs to those of a list. */
  addTo(lists: MatchedPairs, list: number, part: number): void {
    lists.truePositives[list]! += this.pairs.truePositives[part]!;
    lists.neutral[list]! += this.pairs.neutral[part]!;
  }
}

/** Sums pairs of lists of defects and parts of answers: by list over the answers, by part over the cases. */
export class CrossTable {
  /** By list of defects and size class of the answering family (`list · sizes + size`). */
  readonly byDefects: MatchedPairs;
  readonly #cases: Float64Array;
  readonly #sizes: number;

  /** @param cases how many have each list of defects */
  constructor(cases: Float64Array, sizes: number) {
    this.byDefects = emptyPairs(cases.length * sizes);
    this.#cases = cases;
    this.#sizes = sizes;
  }

  /** Adds the pairs of `count`, less those of `counted`, for every case with the list and answer with the part. */
  add(list: number, parts: AnswerParts, part: number, count: number, counted = 0): void {
    if (count === counted) return;
    const truePositives = truePositivesOf(count) - truePositivesOf(counted);
    const neutral = neutralOf(count) - neutralOf(counted);
    parts.pairs.truePositives[part]! += truePositives * this.#cases[list]!;
    parts.pairs.neutral[part]! += neutral * this.#cases[list]!;
    for (let size = 0; size < this.#sizes; size += 1) {
      const weight = parts.weights[part * this.#sizes + size]!;
      this.byDefects.truePositives[list * this.#sizes + size]! += truePositives * weight;
      this.byDefects.neutral[list * this.#sizes + size]! += neutral * weight;
    }
  }
}
