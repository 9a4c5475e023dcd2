import { policies } from '../../evals/matching/policy.ts';
import {
  type CaseScore,
  CaseScoreSchema,
  type DefectScore,
  type FindingScore,
  type RepeatScore,
} from '../../evals/scores/case-score.ts';
import { emptySetCounts } from '../../evals/scores/count-citations.ts';

export interface BuiltRepeat {
  status?: RepeatScore['status'];
  findings?: readonly Partial<FindingScore>[];
  defects?: readonly Partial<DefectScore>[];
}

export interface BuiltScore {
  caseId?: string;
  family?: string;
  complete?: boolean;
  repeats: readonly BuiltRepeat[];
}

/** A stored case score in which only what a test says differs from a dull default. */
export function buildScore({ caseId = 'c', family, complete = false, repeats }: BuiltScore): CaseScore {
  return CaseScoreSchema.parse({
    schema: 'maalestok.score.v1',
    model: { id: 'model', version: '1' },
    caseId,
    ...(family === undefined ? {} : { family }),
    caseType: 'shed',
    municipality: 'Nordby',
    complete,
    outcome: complete ? 'complete' : 'deficient',
    repeats: repeats.map(buildRepeat),
  });
}

function buildRepeat({ status = 'answered', findings = [], defects = [] }: BuiltRepeat, repeat: number) {
  const built = findings.map((finding, at) => buildFinding(finding, at));
  const builtDefects = defects.map((defect, at) => buildDefect(defect, at));
  const truePositives = built.filter(({ verdict }) => verdict === 'truePositive').length;
  const counts = {
    truePositives,
    falsePositives: built.filter(({ verdict }) => verdict === 'falsePositive').length,
    falseNegatives: builtDefects.filter(
      ({ role, findingId }) => role === 'required' && findingId === undefined,
    ).length,
    neutral: built.filter(({ verdict }) => verdict === 'neutral').length,
    duplicates: 0,
  };
  const levels = { exact: emptySetCounts(), paragraph: emptySetCounts(), hierarchical: emptySetCounts() };
  return {
    repeat,
    status,
    policies: Object.fromEntries(policies.map((policy) => [policy, counts])),
    codeSet: { truePositives: 0, falsePositives: 0, falseNegatives: 0 },
    findings: built,
    defects: builtDefects,
    citations: { givenMatch: levels, overall: levels },
    evidence: { ...emptySetCounts(), findings: 0 },
  };
}

function buildFinding(finding: Partial<FindingScore>, at: number): FindingScore {
  return {
    findingId: `f${at + 1}`,
    code: 'x1',
    group: 'x',
    verdict: 'falsePositive',
    duplicate: false,
    documentTypes: [],
    citations: [],
    quotes: [],
    ...finding,
  };
}

function buildDefect(defect: Partial<DefectScore>, at: number): DefectScore {
  return {
    defectId: `d${at + 1}`,
    code: 'x1',
    group: 'x',
    severity: 'major',
    role: 'required',
    discretionary: false,
    documentTypes: [],
    ...defect,
  };
}
