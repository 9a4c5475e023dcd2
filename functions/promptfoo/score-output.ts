import { excerpt } from '../../datasets/errors.ts';
import type { Policy } from '../../evals/matching/policy.ts';
import type { RepeatScore, SetCounts } from '../../evals/scores/case-score.ts';
import { scoreCase } from '../../evals/scores/score-case.ts';
import type { OpenCases } from './open-cases.ts';
import { type GivenResponse, readScreening } from './read-screening.ts';

/** What promptfoo takes of an assertion. Its sums over the tests are the counts that `maalestok` reports. */
export interface Grading {
  pass: boolean;
  score: number;
  reason: string;
  namedScores: Record<string, number>;
}

export interface OutputToScore {
  output: unknown;
  /** The response's own words beside the output. */
  response: Omit<GivenResponse['response'], 'output'>;
  caseId: string;
  policy: Policy;
}

/** Scores one output against the case's label. @throws {InputError} where there is no label to be shown */
export async function scoreOutput(
  { output, response, caseId, policy }: OutputToScore,
  open: OpenCases,
): Promise<Grading> {
  const caseShown = open.get(caseId);
  const labels = await open.labels();
  const screening = readScreening(
    { response: { ...response, output }, caseId, repeat: 0 },
    { id: 'promptfoo', version: '1' },
  );
  const { taxonomy, catalogue } = open.dataset;
  const { repeats } = scoreCase(caseShown, labels.get(caseId), [screening], { taxonomy, catalogue, policy });
  return toGrading(repeats[0]!, policy);
}

function toGrading(repeat: RepeatScore, policy: Policy): Grading {
  const { truePositives, falsePositives, falseNegatives, neutral, duplicates } = repeat.policies[policy]!;
  const answered = repeat.status === 'answered';
  const right = answered && falsePositives === 0 && falseNegatives === 0;
  const named = 2 * truePositives + falsePositives + falseNegatives;
  return {
    pass: right,
    // F1 of the case; where there is nothing to find, 1 for finding nothing.
    score: named === 0 ? Number(right) : (2 * truePositives) / named,
    reason: explain(repeat),
    namedScores: {
      truePositives,
      falsePositives,
      falseNegatives,
      neutral,
      duplicates,
      answered: Number(answered),
      ...citationScores('matchedCitations', repeat.citations.givenMatch.exact),
      ...citationScores('allCitations', repeat.citations.overall.exact),
      ...citationScores('hierarchical', repeat.citations.overall.hierarchical),
    },
  };
}

/** Names that promptfoo's derived metrics can reckon with. */
function citationScores(
  prefix: string,
  { cited, citedHits, gold, goldHits }: SetCounts,
): Record<string, number> {
  return {
    [`${prefix}Cited`]: cited,
    [`${prefix}CitedHits`]: citedHits,
    [`${prefix}Gold`]: gold,
    [`${prefix}GoldHits`]: goldHits,
  };
}

function explain({ status, errorKind, findings, defects }: RepeatScore): string {
  const missed = defects.filter(({ role, findingId }) => role === 'required' && findingId === undefined);
  const codesOf = (verdict: string) =>
    findings.filter((finding) => finding.verdict === verdict).map(({ code }) => code ?? 'no code');
  const parts = [
    ...(status === 'answered' ? [] : [`${status}${errorKind === undefined ? '' : ` (${errorKind})`}`]),
    listed('found', codesOf('truePositive')),
    listed(
      'missed',
      missed.map(({ code }) => code),
    ),
    listed('false', codesOf('falsePositive')),
    listed('neither for nor against', codesOf('neutral')),
  ].filter((part) => part !== '');
  return parts.join('; ') || 'nothing to find, and nothing found';
}

/** Codes are the model's: each is cut, and there are not too many. */
function listed(what: string, codes: readonly string[]): string {
  if (codes.length === 0) return '';
  const said = codes.slice(0, 20).map((code) => excerpt(code.replace(/\p{C}/gu, ' '), 40));
  return `${what}: ${said.join(', ')}${codes.length > said.length ? ' …' : ''}`;
}
