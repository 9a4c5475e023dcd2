import type { Case } from '../../datasets/case.ts';
import type { Defect } from '../../datasets/label.ts';
import type { Policy } from '../../evals/matching/policy.ts';
import type { Finding, Screening } from '../../evals/screening/screening.ts';
import { countCommon, type NaiveCitation, type NaiveLevel, nodesOf, readNaively } from './naive-citations.ts';
import { groupNaively, matchNaively, placesNaively } from './naive-matching.ts';
import type { AnsweredCase } from './scoring-data.ts';

/** A finding or defect after matching: what it is, and what it was matched with. */
interface Settled {
  finding: Finding;
  defect: Defect | undefined;
  duplicate: boolean;
}

/** One answer to one case, matched under one policy. */
export interface NaiveAnswer {
  found: Settled[];
  missed: Defect[];
  /** Required defects that were found, required that were not; findings that count for neither. */
  tp: number;
  fp: number;
  fn: number;
  neutral: number;
  duplicates: number;
}

/** Anything but an answer is an empty list. */
export function settle(each: AnsweredCase, screening: Screening, policy: Policy): NaiveAnswer {
  const { defects } = each.label;
  const findings = screening.status === 'answered' ? screening.findings : [];
  const { pairs, duplicates } = matchNaively(findings, defects, policy, hasPlan(each.caseShown));
  const found = findings.map((finding, at) => ({
    finding,
    defect: pairs.filter(([f]) => f === at).map(([, d]) => defects[d]!)[0],
    duplicate: duplicates.includes(at),
  }));
  const missed = defects.filter((_, at) => !pairs.some(([, d]) => d === at));
  return {
    found,
    missed,
    tp: found.filter(({ defect }) => defect?.role === 'required').length,
    fp: found.filter(({ defect }) => defect === undefined).length,
    fn: missed.filter(({ role }) => role === 'required').length,
    neutral: found.filter(({ defect }) => defect !== undefined && defect.role !== 'required').length,
    duplicates: duplicates.length,
  };
}

export function hasPlan({ localRules }: Case): boolean {
  return localRules.length > 0;
}

/** By group: hits in the group of both, false by the finding's, missed by the defect's. */
export function confusionByGroup({ found, missed }: NaiveAnswer): [group: string, number, number, number][] {
  const counts: [string, number, number, number][] = [];
  for (const { finding, defect } of found) {
    const group = groupNaively(finding.code);
    if (defect !== undefined && defect.role !== 'required') continue;
    if (defect === undefined) counts.push([group ?? 'none', 0, 1, 0]);
    else if (group === groupNaively(defect.code)) counts.push([group ?? 'none', 1, 0, 0]);
    else counts.push([group ?? 'none', 0, 1, 0], [groupNaively(defect.code) ?? 'none', 0, 0, 1]);
  }
  for (const { role, code } of missed) {
    if (role === 'required') counts.push([groupNaively(code) ?? 'none', 0, 0, 1]);
  }
  return counts;
}

/** Distinct codes: hits, false, missed. A code of advisory or contested defects only is left out. */
export function confusionOfCodes(each: AnsweredCase, { found }: NaiveAnswer): [number, number, number] {
  const reported = [...new Set(found.flatMap(({ finding }) => finding.code ?? []))];
  const { defects } = each.label;
  const sought = new Set(defects.filter(({ role }) => role === 'required').map(({ code }) => code));
  const labelled = new Set(defects.map(({ code }) => code));
  return [
    reported.filter((code) => sought.has(code)).length,
    reported.filter((code) => !labelled.has(code)).length,
    [...sought].filter((code) => !reported.includes(code)).length,
  ];
}

export type SetCount = [cited: number, citedHits: number, gold: number, goldHits: number];

/** Citations at a level: of true positives, and besides what was cited in vain and not cited at all. */
export function countCitationsNaively(
  answer: NaiveAnswer,
  level: NaiveLevel,
  plan: boolean,
): { given: SetCount[]; besides: SetCount[] } {
  const given: SetCount[] = [];
  const besides: SetCount[] = [];
  for (const { finding, defect } of answer.found) {
    const cited = nodesOf(readNaively(finding.citations, plan), level);
    if (defect === undefined) besides.push([cited.size, 0, 0, 0]);
    else if (defect.role === 'required') given.push(countAgainst(cited, acceptedSets(defect, level, plan)));
  }
  for (const defect of answer.missed) {
    const [primary] = acceptedSets(defect, level, plan);
    if (defect.role === 'required') besides.push([0, 0, primary?.size ?? 0, 0]);
  }
  return { given, besides };
}

function acceptedSets(defect: Defect, level: NaiveLevel, plan: boolean): Set<string>[] {
  return defect.citationSets.map((set) => nodesOf(readNaively(set, plan), level));
}

/** In any accepted set is right; sought is the set of which the greatest share was cited, else the first. */
function countAgainst(cited: ReadonlySet<string>, sets: readonly Set<string>[]): SetCount {
  const citedHits = [...cited].filter((node) => sets.some((set) => set.has(node))).length;
  const shareOf = (set: ReadonlySet<string>) => (set.size === 0 ? 0 : countCommon(cited, set) / set.size);
  const shares = sets.map(shareOf);
  const best = sets[shares.indexOf(Math.max(...shares))] ?? new Set();
  return [cited.size, citedHits, best.size, countCommon(cited, best)];
}

/** Each citation of a finding once, whatever the words it is in. */
export function distinctCitations(finding: Finding, plan: boolean): NaiveCitation[] {
  const keyOf = ({ ids, words }: NaiveCitation) => (ids.length === 0 ? words : [...ids].sort().join());
  const citations = readNaively(finding.citations, plan);
  return citations.filter(
    (citation, at) => citations.findIndex((other) => keyOf(other) === keyOf(citation)) === at,
  );
}

/** Places of true positives against their defects'. */
export function countPlaces({ found }: NaiveAnswer): SetCount[] {
  return found.flatMap(({ finding, defect }): SetCount[] => {
    if (defect?.role !== 'required') return [];
    const [named, right] = [placesNaively(finding.evidence), placesNaively(defect.evidence)];
    const hits = countCommon(named, right);
    return [[named.size, hits, right.size, hits]];
  });
}

/** Whether each quote stands in the paper or fields it names, elsewhere in the case, or nowhere. */
export function judgeQuotes({ caseShown }: AnsweredCase, finding: Finding): string[] {
  const fold = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');
  const papers = caseShown.documents.map(({ documentId, pages }) => ({
    documentId,
    text: fold(pages.map(({ text }) => text).join(' ')),
  }));
  const fields = fold(
    [...Object.values(caseShown.fields), ...caseShown.localRules.map(({ text }) => text)].join(' '),
  );
  return finding.evidence.flatMap((at) => {
    const quote = fold(at.quote ?? '');
    if (quote === '') return [];
    const named =
      'field' in at ? fields : (papers.find(({ documentId }) => documentId === at.documentId)?.text ?? '');
    if (named.includes(quote)) return ['verbatim'];
    return [fields, ...papers.map(({ text }) => text)].some((text) => text.includes(quote))
      ? ['elsewhere']
      : ['fabricated'];
  });
}

/** The types of the papers that evidence names. */
export function typesNaively(evidence: Finding['evidence'], { documents }: Case): string[] {
  if (evidence.length === 0) return ['none'];
  const typeOf = (id: string) => documents.find(({ documentId }) => documentId === id)?.type ?? 'unknown';
  return [...new Set(evidence.map((at) => ('field' in at ? 'fields' : typeOf(at.documentId))))];
}
