import { isEligible } from '../../evals/matching/eligibility.ts';
import type { Policy } from '../../evals/matching/policy.ts';
import {
  defectKey,
  findingKey,
  type PreparedDefect,
  type PreparedFinding,
} from '../../evals/matching/prepare.ts';
import { measureSimilarity } from '../../evals/matching/similarity.ts';

interface Candidate {
  pairs: [number, number][];
  score: [number, number, number, number];
}

/**
 * Matching by trying every one-to-one assignment: the plain reading of the rules, for small cases.
 * Indexes are those of the lists handed in.
 */
export function matchNaively(
  findings: readonly PreparedFinding[],
  defects: readonly PreparedDefect[],
  policy: Policy,
): [number, number][] {
  let best: Candidate | undefined;
  const keyed = (pairs: [number, number][]): string[] =>
    pairs.map(([f, d]) => `${rankOf(findings, f)} ${rankOf(defects, d)}`).sort();
  const visit = (finding: number, used: ReadonlySet<number>, pairs: [number, number][]): void => {
    if (finding === findings.length) {
      const candidate: Candidate = { pairs, score: scoreOf(pairs, findings, defects) };
      if (best === undefined || isBetter(candidate, best, keyed)) best = candidate;
      return;
    }
    visit(finding + 1, used, pairs);
    defects.forEach((defect, index) => {
      if (used.has(index)) return;
      const entry = findings[finding]!;
      const similarity = measureSimilarity(entry, defect);
      if (!isEligible(policy, similarity, entry.finding.code !== undefined)) return;
      visit(finding + 1, new Set([...used, index]), [...pairs, [finding, index]]);
    });
  };
  visit(0, new Set(), []);
  return best?.pairs ?? [];
}

function scoreOf(
  pairs: readonly [number, number][],
  findings: readonly PreparedFinding[],
  defects: readonly PreparedDefect[],
): Candidate['score'] {
  const score: Candidate['score'] = [0, 0, 0, 0];
  for (const [f, d] of pairs) {
    const defect = defects[d]!;
    const similarity = measureSimilarity(findings[f]!, defect);
    if (defect.defect.role !== 'required') score[2] += 1;
    else if (similarity.sameCode) score[0] += 1;
    else score[1] += 1;
    score[3] += similarity.total;
  }
  return score;
}

function isBetter(a: Candidate, b: Candidate, keyed: (pairs: [number, number][]) => string[]): boolean {
  for (const [at, value] of a.score.entries()) {
    if (value !== b.score[at]) return value > b.score[at]!;
  }
  const left = keyed(a.pairs);
  const right = keyed(b.pairs);
  for (const [at, value] of left.entries()) {
    if (value !== right[at]) return value < right[at]!;
  }
  return false;
}

/** The place of an entry in the order of canonical JSON, padded to compare as text. */
function rankOf(entries: readonly (PreparedFinding | PreparedDefect)[], index: number): string {
  const id = (entry: PreparedFinding | PreparedDefect) =>
    'finding' in entry ? entry.finding.findingId : entry.defect.defectId;
  const order = entries
    .map((entry, at) => ({
      at,
      key: 'finding' in entry ? findingKey(entry) : defectKey(entry),
      id: id(entry),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1));
  return String(order.findIndex(({ at }) => at === index)).padStart(4, '0');
}
