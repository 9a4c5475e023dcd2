/**
 * Multinomial naive Bayes over word presence with add-one smoothing: a classifier small enough to be read, which learns
 * which words go with a label.
 */
export class NaiveBayes {
  readonly #counts: [Map<string, number>, Map<string, number>] = [new Map(), new Map()];
  readonly #totals: [number, number] = [0, 0];

  learn(words: ReadonlySet<string>, label: 0 | 1): void {
    for (const word of words) this.#counts[label].set(word, (this.#counts[label].get(word) ?? 0) + 1);
    this.#totals[label] += 1;
  }

  /** Log odds of label 1 over 0, priors equal: higher is more like 1. */
  score(words: ReadonlySet<string>): number {
    let sum = 0;
    for (const word of words) {
      const [zero, one] = [this.#counts[0].get(word) ?? 0, this.#counts[1].get(word) ?? 0];
      if (zero + one < 2) continue;
      sum += Math.log((one + 1) / (this.#totals[1] + 2)) - Math.log((zero + 1) / (this.#totals[0] + 2));
    }
    return sum;
  }
}

/** Area under the ROC curve: the chance that one of label 1 scores above one of label 0; ties count half. */
export function areaUnderCurve(scored: readonly { score: number; label: 0 | 1 }[]): number {
  const ones = scored.filter(({ label }) => label === 1);
  const zeros = scored.filter(({ label }) => label === 0);
  let sum = 0;
  for (const one of ones)
    for (const zero of zeros) sum += one.score > zero.score ? 1 : one.score === zero.score ? 0.5 : 0;
  return sum / (ones.length * zeros.length);
}
