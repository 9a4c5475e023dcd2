/** A ratio as a reader would note it: its value, what was counted, and the families it was counted in. */
export interface NaiveFigure {
  value: number | null;
  items: number;
  cases: number;
}

/** Hits out of so many, by name and family, in plain sums. */
export class NaiveTally {
  readonly #noted: { name: string; family: string; hits: number; of: number }[] = [];

  note(name: string, family: string, hits: number, of: number): void {
    this.#noted.push({ name, family, hits, of });
  }

  noteConfusion(name: string, family: string, tp: number, fp: number, fn: number): void {
    this.note(`${name} precision`, family, tp, tp + fp);
    this.note(`${name} recall`, family, tp, tp + fn);
    this.note(`${name} jaccard`, family, tp, tp + fp + fn);
  }

  /** The distinct middles of `<kind>:<id> …` of which anything was counted. */
  idsOf(kind: string): string[] {
    const ids = this.#noted
      .filter(({ name, of }) => of > 0 && name.startsWith(`${kind}:`))
      .map(({ name }) => name.slice(kind.length + 1, name.lastIndexOf(' ')));
    return [...new Set(ids)].sort();
  }

  /** Items are means over so many repeats. */
  figure(name: string, repeats: number): NaiveFigure {
    const noted = this.#noted.filter((entry) => entry.name === name);
    const hits = sum(noted.map((entry) => entry.hits));
    const of = sum(noted.map((entry) => entry.of));
    const families = new Set(noted.filter((entry) => entry.of > 0).map(({ family }) => family));
    return { value: divide(hits, of), items: of / repeats, cases: families.size };
  }

  /** F1 = 2J/(1 + J), counted in TP + FP + FN. */
  f1(name: string, repeats: number): NaiveFigure {
    const jaccard = this.figure(`${name} jaccard`, repeats);
    return {
      ...jaccard,
      value: jaccard.value === null ? null : (2 * jaccard.value) / (1 + jaccard.value),
    };
  }

  rates(name: string, repeats: number): Record<string, NaiveFigure> {
    return {
      [`${name} precision`]: this.figure(`${name} precision`, repeats),
      [`${name} recall`]: this.figure(`${name} recall`, repeats),
      [`${name} f1`]: this.f1(name, repeats),
    };
  }
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function divide(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
