import fc from 'fast-check';
import type { Case } from '../../datasets/case.ts';
import type { Defect, Label } from '../../datasets/label.ts';
import type { CaseRelation } from '../../datasets/label-relations.ts';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import type { Policy } from '../../evals/matching/policy.ts';
import type { CaseScore } from '../../evals/scores/case-score.ts';
import { MatchClasses } from '../../evals/scores/chance/match-classes.ts';
import type { ModelEntry, ModelResult } from '../../evals/scores/model-result.ts';
import { prepareGold, scoreAnswers } from '../../evals/scores/score-case.ts';
import type { ScoredCase } from '../../evals/scores/scored-case.ts';
import { ModelSummariser } from '../../evals/scores/summarise-model.ts';
import type { Finding, Screening, ScreeningStatus } from '../../evals/screening/screening.ts';
import { defectsArbitrary, findingsArbitrary, smallTaxonomy } from './arbitraries.ts';
import { smallCase, smallLabel } from './small-dataset.ts';

/** A case, its label and one model's answers to it. */
export interface AnsweredCase {
  caseShown: Case;
  label: Label;
  screenings: Screening[];
  /** Where it has twins: the id of the first of them. */
  family?: string;
}

export interface Answer {
  status: ScreeningStatus;
  findings: Finding[];
}

export const testModel: ModelEntry = { id: 'model', version: '1', kind: 'vendor', provenance: 'run-by-us' };

/** A case of two documents, labelled and answered. */
export function answeredCase(
  caseId: string,
  defects: readonly Defect[],
  answers: readonly Answer[],
): AnsweredCase {
  const [page] = smallCase(caseId).documents[0]!.pages;
  const complete = defects.every(({ role }) => role !== 'required');
  return {
    caseShown: smallCase(caseId, {
      documents: ['a', 'b'].map((documentId) => ({
        documentId,
        type: `type-${documentId}`,
        title: documentId,
        pages: [page!],
      })),
    }),
    label: smallLabel(caseId, [], { outcome: complete ? 'complete' : 'deficient', defects: [...defects] }),
    screenings: answers.map(({ status, findings }, repeat) => screeningOf(caseId, repeat, status, findings)),
  };
}

export function screeningOf(
  caseId: string,
  repeat: number,
  status: ScreeningStatus,
  findings: readonly Finding[],
): Screening {
  return {
    schema: 'maalestok.screening.v1',
    model: { id: testModel.id, version: testModel.version },
    caseId,
    repeat,
    status,
    findings: [...findings],
    ...(status === 'answered' ? {} : { error: { kind: status, message: '' } }),
  };
}

export interface DataSize {
  minCases?: number;
  cases: number;
  findings: number;
  defects: number;
  repeats: number;
}

/** Data sets of small cases; some are twins of the one before, some were not answered. */
export function dataArbitrary(size: DataSize): fc.Arbitrary<AnsweredCase[]> {
  const status = fc.oneof(
    { weight: 5, arbitrary: fc.constant<ScreeningStatus>('answered') },
    {
      weight: 1,
      arbitrary: fc.constantFrom<ScreeningStatus[]>('abstained', 'invalid', 'timedOut', 'failed'),
    },
  );
  const answer = fc.record({ status, findings: findingsArbitrary(size.findings) });
  return fc.integer({ min: 1, max: size.repeats }).chain((repeats) =>
    fc
      .array(
        fc.record({
          defects: defectsArbitrary(size.defects),
          answers: fc.array(answer, { minLength: repeats, maxLength: repeats }),
          twin: fc.nat({ max: 4 }).map((draw) => draw === 0),
        }),
        { minLength: size.minCases ?? 1, maxLength: size.cases },
      )
      .map((list) => {
        const cases = list.map(({ defects, answers }, at) => answeredCase(`c${at + 1}`, defects, answers));
        list.forEach(({ twin }, at) => {
          const before = cases[at - 1];
          if (!twin || before === undefined) return;
          before.family ??= before.caseShown.caseId;
          cases[at]!.family = before.family;
        });
        return cases;
      }),
  );
}

export function scoreAnswered(answered: AnsweredCase, policy: Policy = 'standard'): CaseScore {
  return scoreWhole(answered, policy).score;
}

/** The score with what it was computed from. */
export function scoreWhole(
  { caseShown, label, screenings, family }: AnsweredCase,
  policy: Policy = 'standard',
): ScoredCase {
  const context = {
    taxonomy: smallTaxonomy,
    catalogue: builtInCatalogue(),
    policy,
    families: new Map(family === undefined ? [] : [[caseShown.caseId, family]]),
  };
  return scoreAnswers(prepareGold(caseShown, label, context), screenings, context);
}

function relationOf({ twinOf, transformOf, transform }: Label): CaseRelation {
  return {
    ...(twinOf === undefined ? {} : { twinOf }),
    ...(transformOf === undefined ? {} : { transformOf }),
    ...(transform === undefined ? {} : { transform }),
  };
}

/** The figures of one model on a data set. */
export function summarise(
  data: readonly AnsweredCase[],
  policy: Policy = 'standard',
  model: ModelEntry = testModel,
): ModelResult {
  const groups = data.flatMap(({ label }) =>
    label.defects.flatMap(({ role, code }) => (role === 'required' ? [code.slice(0, 1)] : [])),
  );
  const goldGroups = [...new Set(groups)].sort();
  const relations = new Map(data.map(({ label }) => [label.caseId, relationOf(label)]));
  const classes = new MatchClasses(policy, builtInCatalogue());
  const options = { policy, goldGroups, relations, classes, seed: 'seed' };
  const summariser = new ModelSummariser(model, options);
  for (const each of data) summariser.add(scoreWhole(each, policy));
  return summariser.finish().result;
}

/** The data with other findings or statuses. */
export function changeAnswers(
  data: readonly AnsweredCase[],
  change: (screening: Screening, caseAt: number) => Partial<Screening>,
): AnsweredCase[] {
  return data.map((each, at) => ({
    ...each,
    screenings: each.screenings.map((screening) => ({ ...screening, ...change(screening, at) })),
  }));
}
