import type { Defect } from '../../datasets/label.ts';
import type { Finding } from '../../evals/screening/screening.ts';
import { countCommon, nodesOf, readNaively } from './naive-citations.ts';

export interface NaiveMatch {
  /** Finding and defect by their place in the lists handed in, by finding. */
  pairs: [number, number][];
  /** Findings left over that could have had a defect which another one has. */
  duplicates: number[];
}

type NaivePolicy = 'strict' | 'standard' | 'lenient';

/** A fraction; 0/1 for none. */
interface Fraction {
  part: number;
  whole: number;
}

interface Pair {
  allowed: boolean;
  sameCode: boolean;
  required: boolean;
  /** In whole millionths. */
  similarity: number;
}

interface Candidate {
  pairs: [number, number][];
  score: [number, number, number, number];
}

/** Codes of the small taxonomy are a letter, the group, and a digit; others belong to no group. */
export function groupNaively(code: string | undefined): string | null {
  return code !== undefined && /^[xyz][12]$/.test(code) ? code.slice(0, 1) : null;
}

export function placesNaively(evidence: Finding['evidence']): Set<string> {
  return new Set(evidence.map((at) => ('field' in at ? `the field ${at.field}` : `paper ${at.documentId}`)));
}

/**
 * The matching rules of the scoring page, read plainly: every one-to-one assignment of pairs that may match
 * is tried and the best is kept. Shares no code with the product; for small cases of the small taxonomy.
 */
export function matchNaively(
  findings: readonly Finding[],
  defects: readonly Defect[],
  policy: NaivePolicy,
  hasPlan = false,
): NaiveMatch {
  const table = findings.map((finding) =>
    defects.map((defect) => comparePair(finding, defect, policy, hasPlan)),
  );
  const findingRanks = rank(findings, ({ findingId, ...content }) => [writeJson(content), findingId]);
  const defectRanks = rank(defects, (defect) => [writeJson(defect), '']);
  const inOrder = (pairs: readonly [number, number][]) =>
    pairs.map(([f, d]) => findingRanks[f]! * defects.length + defectRanks[d]!).sort((a, b) => a - b);
  let best: Candidate = { pairs: [], score: [0, 0, 0, 0] };
  const visit = (finding: number, used: readonly number[], candidate: Candidate): void => {
    if (finding === findings.length) {
      if (isBetter(candidate, best, inOrder)) best = candidate;
      return;
    }
    visit(finding + 1, used, candidate);
    for (let defect = 0; defect < defects.length; defect += 1) {
      const pair = table[finding]![defect]!;
      if (!pair.allowed || used.includes(defect)) continue;
      visit(finding + 1, [...used, defect], extend(candidate, finding, defect, pair));
    }
  };
  visit(0, [], best);
  const matchedFindings = best.pairs.map(([finding]) => finding);
  const matchedDefects = best.pairs.map(([, defect]) => defect);
  const duplicates = findings
    .map((_, finding) => finding)
    .filter((finding) => !matchedFindings.includes(finding))
    .filter((finding) => matchedDefects.some((defect) => table[finding]![defect]!.allowed));
  return { pairs: best.pairs, duplicates };
}

function comparePair(finding: Finding, defect: Defect, policy: NaivePolicy, hasPlan: boolean): Pair {
  const sameCode = finding.code === defect.code;
  const group = groupNaively(finding.code);
  const sameGroup = group !== null && group === groupNaively(defect.code);
  const cited = nodesOf(readNaively(finding.citations, hasPlan), 'hierarchical');
  const citation = defect.citationSets
    .map((set) => f1Of(cited, nodesOf(readNaively(set, hasPlan), 'hierarchical')))
    .reduce((most, f1) => (f1.part * most.whole > most.part * f1.whole ? f1 : most), { part: 0, whole: 1 });
  const evidence = f1Of(placesNaively(finding.evidence), placesNaively(defect.evidence));
  const halves = sameCode ? 2 : sameGroup ? 1 : 0;
  const citationHalf = 2 * citation.part >= citation.whole;
  const evidenceHalf = 2 * evidence.part >= evidence.whole;
  const standard = sameCode || ((sameGroup || finding.code === undefined) && citationHalf);
  const lenient = standard || citationHalf || (sameGroup && evidenceHalf);
  return {
    allowed: policy === 'strict' ? sameCode : policy === 'standard' ? standard : lenient,
    sameCode,
    required: defect.role === 'required',
    similarity: toMillionths(halves, citation, evidence),
  };
}

/** Twice what is shared over the size of both; none where either is empty. */
function f1Of(a: ReadonlySet<string>, b: ReadonlySet<string>): Fraction {
  if (a.size === 0 || b.size === 0) return { part: 0, whole: 1 };
  return { part: 2 * countCommon(a, b), whole: a.size + b.size };
}

/** 0.5·code + 0.3·citation + 0.2·evidence, rounded half up; in whole numbers throughout, so exact. */
function toMillionths(halves: number, citation: Fraction, evidence: Fraction): number {
  const whole = citation.whole * evidence.whole;
  const part =
    250_000 * halves * whole +
    300_000 * citation.part * evidence.whole +
    200_000 * evidence.part * citation.whole;
  const rest = part % whole;
  return (part - rest) / whole + (2 * rest >= whole ? 1 : 0);
}

function extend({ pairs, score }: Candidate, finding: number, defect: number, pair: Pair): Candidate {
  const [sameCode, other, dontCare, similarity] = score;
  return {
    pairs: [...pairs, [finding, defect]],
    score: [
      sameCode + (pair.required && pair.sameCode ? 1 : 0),
      other + (pair.required && !pair.sameCode ? 1 : 0),
      dontCare + (pair.required ? 0 : 1),
      similarity + pair.similarity,
    ],
  };
}

function isBetter(
  a: Candidate,
  b: Candidate,
  inOrder: (pairs: readonly [number, number][]) => number[],
): boolean {
  for (const [at, value] of a.score.entries()) if (value !== b.score[at]) return value > b.score[at]!;
  const [left, right] = [inOrder(a.pairs), inOrder(b.pairs)];
  for (const [at, value] of left.entries()) if (value !== right[at]) return value < right[at]!;
  return false;
}

/** Each entry's place in the order of its keys. */
function rank<T>(entries: readonly T[], keysOf: (entry: T) => [string, string]): number[] {
  const keyed = entries.map((entry, at) => ({ at, keys: keysOf(entry) }));
  keyed.sort((a, b) => {
    for (const [at, key] of a.keys.entries()) if (key !== b.keys[at]) return key < b.keys[at]! ? -1 : 1;
    return 0;
  });
  return entries.map((_, at) => keyed.findIndex((entry) => entry.at === at));
}

/** Canonical JSON: keys in order, no space. */
function writeJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeJson).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member)}`).join()}}`;
}
