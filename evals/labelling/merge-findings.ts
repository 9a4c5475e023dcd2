import { createHash } from 'node:crypto';
import { foldWords, jaccard, shinglesOf } from '../../datasets/text-shingles.ts';
import { findingKey, type PreparedFinding } from '../matching/prepare.ts';
import { compareText } from '../statistics/compare-text.ts';

/** Texts of which so much is shared (Jaccard, runs of three words) say the same. */
export const sameTextFrom = 0.8;
const shingleLength = 3;

/**
 * Findings of one case, of whatever models, those that say the same taken together. Two say the same where they have
 * the same code (or none both), and either the same canonical citations and places, of which at least a code or a
 * citation, or nearly the same text. What says the same as a third is one with it too.
 * @param seed decides the order, which follows neither model nor run
 * @returns each group with the one with the longest text first, the first by its content among equals
 */
export function mergeFindings(findings: readonly PreparedFinding[], seed: string): PreparedFinding[][] {
  const groups: Candidate[][] = [];
  for (const candidate of findings.map(toCandidate)) {
    const alike = groups.filter((group) => group.some((other) => areAlike(candidate, other)));
    const merged = [candidate, ...alike.flat()];
    for (const group of alike) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups
    .map((group) => group.sort(byLength).map(({ prepared }) => prepared))
    .map((group) => ({ group, order: seededOrder(seed, findingKey(group[0]!)) }))
    .sort((a, b) => compareText(a.order, b.order))
    .map(({ group }) => group);
}

/** Whether two findings of a case say the same. */
export function sayTheSame(a: PreparedFinding, b: PreparedFinding): boolean {
  return areAlike(toCandidate(a), toCandidate(b));
}

/** A place in an order that only the seed and the content decide. */
export function seededOrder(seed: string, content: string): string {
  return createHash('sha256').update(`${seed}\n${content}`).digest('hex');
}

interface Candidate {
  prepared: PreparedFinding;
  code: string | undefined;
  citations: string;
  places: string;
  shingles: ReadonlySet<string>;
}

function toCandidate(prepared: PreparedFinding): Candidate {
  const { finding, provisions, places } = prepared;
  return {
    prepared,
    code: finding.code,
    citations: [...provisions.exact].sort(compareText).join(' '),
    places: [...places].sort(compareText).join('\n'),
    shingles: shinglesOf(foldWords(finding.text), shingleLength),
  };
}

function areAlike(a: Candidate, b: Candidate): boolean {
  if (a.code !== b.code) return false;
  const named = a.code !== undefined || a.citations !== '';
  if (named && a.citations === b.citations && a.places === b.places) return true;
  return jaccard(a.shingles, b.shingles) >= sameTextFrom;
}

function byLength(a: Candidate, b: Candidate): number {
  const length = ({ prepared }: Candidate) => prepared.finding.text.length;
  return length(b) - length(a) || compareText(findingKey(a.prepared), findingKey(b.prepared));
}
