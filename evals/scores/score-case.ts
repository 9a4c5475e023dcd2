import type { Case } from '../../datasets/case.ts';
import type { Label } from '../../datasets/label.ts';
import { type CaseMatch, matchPolicies } from '../matching/match-case.ts';
import type { Policy } from '../matching/policy.ts';
import {
  type MatchingContext,
  type PreparedDefect,
  type PreparedFinding,
  prepareDefect,
  prepareFinding,
} from '../matching/prepare.ts';
import { countShared } from '../matching/similarity.ts';
import type { Screening } from '../screening/screening.ts';
import type { CaseScore, DefectScore, FindingScore, RepeatScore } from './case-score.ts';
import { countCitations } from './count-citations.ts';
import { countCodeSet, countMatches } from './count-matches.ts';
import { documentTypesOf } from './document-types.ts';
import { scoreCitations } from './score-citations.ts';
import { CaseTexts, scoreQuotes } from './score-quotes.ts';
import type { ScoredCase } from './scored-case.ts';

export interface ScoringContext extends Omit<MatchingContext, 'localRules'> {
  /** The headline's. */
  policy: Policy;
  /** Families with more than one member, by case id. */
  families?: ReadonlyMap<string, string>;
}

/** A case with its label, read once for all models. */
export interface GoldCase {
  caseShown: Case;
  label: Label;
  defects: readonly PreparedDefect[];
  matching: MatchingContext;
  texts: CaseTexts;
}

export function prepareGold(
  caseShown: Case,
  label: Label,
  context: Omit<MatchingContext, 'localRules'>,
): GoldCase {
  const matching: MatchingContext = { ...context, localRules: caseShown.localRules };
  const defects = label.defects.map((defect) => prepareDefect(defect, matching));
  return { caseShown, label, defects, matching, texts: new CaseTexts(caseShown) };
}

/**
 * Scores one model's answers to one case. Anything but `answered` scores as an empty list.
 * @param screenings the repeats of this case by one model, at least one
 */
export function scoreAnswers(
  gold: GoldCase,
  screenings: readonly Screening[],
  { policy, families }: Pick<ScoringContext, 'policy' | 'families'>,
): ScoredCase {
  const { caseShown, label, defects, matching } = gold;
  const { caseId, caseType, municipality } = caseShown;
  const family = families?.get(caseId);
  const { id, version } = screenings[0]!.model;
  const ordered = screenings.length === 1 ? screenings : screenings.toSorted((a, b) => a.repeat - b.repeat);
  const findings = ordered.map((screening) =>
    screening.status === 'answered'
      ? screening.findings.map((finding) => prepareFinding(finding, matching))
      : [],
  );
  const score: CaseScore = {
    schema: 'maalestok.score.v1',
    model: { id, version },
    caseId,
    ...(family === undefined ? {} : { family }),
    caseType,
    municipality,
    complete: label.defects.every((defect) => defect.role !== 'required'),
    outcome: label.outcome,
    repeats: ordered.map((screening, at) =>
      scoreRepeat({ gold, screening, findings: findings[at]!, policy }),
    ),
  };
  return {
    score,
    defects,
    findings,
    localRules: caseShown.localRules,
    ...(label.twinOf === undefined ? {} : { twinOf: label.twinOf }),
    ...(label.transformOf === undefined ? {} : { transformOf: label.transformOf }),
  };
}

/** The record alone, of one model on a case that no other is scored on. */
export function scoreCase(
  caseShown: Case,
  label: Label,
  screenings: readonly Screening[],
  context: ScoringContext,
): CaseScore {
  return scoreAnswers(prepareGold(caseShown, label, context), screenings, context).score;
}

interface RepeatInput {
  gold: GoldCase;
  screening: Screening;
  findings: readonly PreparedFinding[];
  policy: Policy;
}

function scoreRepeat({ gold, screening, findings, policy }: RepeatInput): RepeatScore {
  const { defects, caseShown } = gold;
  const matches = matchPolicies(findings, defects);
  const match = matches[policy];
  return {
    repeat: screening.repeat,
    status: screening.status,
    ...(screening.error === undefined ? {} : { errorKind: screening.error.kind }),
    ...(screening.repaired === true ? { repaired: true } : {}),
    ...(screening.status !== 'answered' || screening.outcome === undefined
      ? {}
      : { outcome: screening.outcome }),
    policies: {
      strict: countMatches(matches.strict, findings, defects),
      standard: countMatches(matches.standard, findings, defects),
      lenient: countMatches(matches.lenient, findings, defects),
    },
    codeSet: countCodeSet(findings, defects),
    findings: findings.map((finding, index) => scoreFinding(finding, index, match, gold)),
    defects: defects.map((defect, index) => scoreDefect(defect, index, match, findings, caseShown)),
    citations: countCitations(match, findings, defects),
    evidence: countEvidence(match, findings, defects),
  };
}

function scoreFinding(
  entry: PreparedFinding,
  index: number,
  match: CaseMatch,
  { caseShown, defects, matching, texts }: GoldCase,
): FindingScore {
  const { finding } = entry;
  const pair = match.pairs.find((candidate) => candidate.finding === index);
  const matched = pair === undefined ? undefined : defects[pair.defect]!;
  return {
    findingId: finding.findingId,
    code: finding.code ?? null,
    group: entry.group,
    verdict:
      matched === undefined
        ? 'falsePositive'
        : matched.defect.role === 'required'
          ? 'truePositive'
          : 'neutral',
    duplicate: match.duplicates.has(index),
    ...(pair === undefined || matched === undefined
      ? {}
      : { defectId: matched.defect.defectId, similarity: pair.similarity / 1_000_000 }),
    documentTypes: documentTypesOf(finding.evidence, caseShown),
    citations: scoreCitations(entry.written, matched, { ...matching, date: caseShown.applicationDate }),
    quotes: scoreQuotes(finding, texts),
    ...(finding.confidence === undefined ? {} : { confidence: finding.confidence }),
    ...(finding.needsJudgement === undefined ? {} : { needsJudgement: finding.needsJudgement }),
  };
}

function scoreDefect(
  entry: PreparedDefect,
  index: number,
  match: CaseMatch,
  findings: readonly PreparedFinding[],
  caseShown: Case,
): DefectScore {
  const { defectId, code, severity, role, discretionary, evidence } = entry.defect;
  const pair = match.pairs.find((candidate) => candidate.defect === index);
  return {
    defectId,
    code,
    group: entry.group,
    severity,
    role,
    discretionary,
    documentTypes: documentTypesOf(evidence, caseShown),
    ...(pair === undefined ? {} : { findingId: findings[pair.finding]!.finding.findingId }),
  };
}

/** Places of true positives against those of their defects. */
function countEvidence(
  match: CaseMatch,
  findings: readonly PreparedFinding[],
  defects: readonly PreparedDefect[],
): RepeatScore['evidence'] {
  const sum = { cited: 0, citedHits: 0, gold: 0, goldHits: 0, findings: 0 };
  for (const pair of match.pairs) {
    const defect = defects[pair.defect]!;
    if (defect.defect.role !== 'required') continue;
    const { places } = findings[pair.finding]!;
    const shared = countShared(places, defect.places);
    sum.findings += 1;
    sum.cited += places.size;
    sum.citedHits += shared;
    sum.gold += defect.places.size;
    sum.goldHits += shared;
  }
  return sum;
}
