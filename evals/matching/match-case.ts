import { assign, type Component, findComponents } from './assign.ts';
import { isEligible } from './eligibility.ts';
import { findSoleBest } from './find-sole-best.ts';
import type { Policy } from './policy.ts';
import { defectKey, findingKey, type PreparedDefect, type PreparedFinding } from './prepare.ts';
import { measureSimilarity, type Similarity } from './similarity.ts';

export interface Pair {
  finding: number;
  defect: number;
  /** In whole millionths. */
  similarity: number;
}

export interface CaseMatch {
  /** Sorted by finding. Indexes are those of the arrays handed in. */
  pairs: Pair[];
  /** Unmatched findings that name a defect which another finding matched. */
  duplicates: Set<number>;
}

/**
 * Matches the findings of one case with its defects, one to one and jointly optimal, in this order:
 * most same-code pairs with required defects; most other eligible pairs with required defects; most
 * pairs with don't-care defects; highest total similarity; the smallest sorted list of pairs under
 * the canonical JSON of finding (without id) and defect. The order of the inputs changes nothing.
 */
export function matchCase(
  findings: readonly PreparedFinding[],
  defects: readonly PreparedDefect[],
  policy: Policy,
): CaseMatch {
  return new CaseMatcher(findings, defects).match(policy);
}

/** The same under every policy. */
export function matchPolicies(
  findings: readonly PreparedFinding[],
  defects: readonly PreparedDefect[],
): Record<Policy, CaseMatch> {
  const matcher = new CaseMatcher(findings, defects);
  return {
    strict: matcher.match('strict'),
    standard: matcher.match('standard'),
    lenient: matcher.match('lenient'),
  };
}

/** What the policies have in common: how alike each pair is. */
class CaseMatcher {
  readonly #findings: readonly PreparedFinding[];
  readonly #defects: readonly PreparedDefect[];
  readonly #similarities: Similarity[][];
  /** A milder policy allows what a stricter one does: as many edges are the same edges. */
  readonly #known = new Map<number, CaseMatch>();

  constructor(findings: readonly PreparedFinding[], defects: readonly PreparedDefect[]) {
    this.#findings = findings;
    this.#defects = defects;
    this.#similarities = findings.map((finding) =>
      defects.map((defect) => measureSimilarity(finding, defect)),
    );
  }

  match(policy: Policy): CaseMatch {
    const { weights, edges } = this.#weigh(policy);
    let match = this.#known.get(edges);
    if (match === undefined) {
      match = this.#read(weights, this.#assign(weights));
      this.#known.set(edges, match);
    }
    return match;
  }

  #weigh(policy: Policy): { weights: number[][]; edges: number } {
    const weigh = weigher(Math.min(this.#findings.length, this.#defects.length));
    let edges = 0;
    const weights: number[][] = [];
    for (const [f, { finding }] of this.#findings.entries()) {
      const row: number[] = [];
      for (const [d, { defect }] of this.#defects.entries()) {
        const pair = this.#similarities[f]![d]!;
        const eligible = isEligible(policy, pair, finding.code !== undefined);
        if (eligible) edges += 1;
        row.push(eligible ? weigh(pair, defect.role === 'required') : 0);
      }
      weights.push(row);
    }
    return { weights, edges };
  }

  /** For each finding its defect or -1. */
  #assign(weights: readonly (readonly number[])[]): number[] {
    const assigned = new Array<number>(this.#findings.length).fill(-1);
    for (const part of findComponents(weights)) {
      const best = findSoleBest(weights, part);
      if (best === undefined) this.#assignComponent(weights, part, assigned);
      else for (const [at, row] of part.rows.entries()) assigned[row] = best[at]!;
    }
    return assigned;
  }

  /** Ties by canonical JSON: it is made only where there may be some. */
  #assignComponent(
    weights: readonly (readonly number[])[],
    { rows, columns }: Component,
    assigned: number[],
  ): void {
    const findings = orderBy(
      rows,
      (f) => findingKey(this.#findings[f]!),
      (f) => this.#findings[f]!.finding.findingId,
    );
    const defects = orderBy(
      columns,
      (d) => defectKey(this.#defects[d]!),
      (d) => this.#defects[d]!.defect.defectId,
    );
    assign(findings.map((f) => defects.map((d) => weights[f]![d]!))).forEach((column, row) => {
      if (column >= 0) assigned[findings[row]!] = defects[column]!;
    });
  }

  #read(weights: readonly (readonly number[])[], assigned: readonly number[]): CaseMatch {
    const pairs: Pair[] = [];
    const duplicates = new Set<number>();
    assigned.forEach((defect, finding) => {
      if (defect >= 0) {
        pairs.push({ finding, defect, similarity: this.#similarities[finding]![defect]!.total });
      } else if (weights[finding]!.some((weight) => weight > 0)) duplicates.add(finding);
    });
    return { pairs, duplicates };
  }
}

/**
 * One whole number a pair, such that sums over at most `most` pairs compare in the order of the
 * docstring above. With 200 pairs the sum stays below 2^53 (screenings and labels are bounded).
 */
function weigher(most: number): (pair: Similarity, required: boolean) => number {
  const base = most + 1;
  const one = 1_000_000 * most + 1;
  return (pair, required) => {
    const level = !required ? 1 : pair.sameCode ? base * base : base;
    return one * level + pair.total;
  };
}

function orderBy(
  indexes: readonly number[],
  key: (at: number) => string,
  id: (at: number) => string,
): number[] {
  return indexes
    .map((index) => ({ index, key: key(index), id: id(index) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id))
    .map(({ index }) => index);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
