import fc from 'fast-check';
import type { Case } from '../../datasets/case.ts';
import type { Defect } from '../../datasets/label.ts';
import type { CitationInput } from '../../datasets/rules/citation.ts';
import type { Finding, Screening, ScreeningStatus } from '../../evals/screening/screening.ts';
import { knownCodes } from './arbitraries.ts';
import { knownWords, ownPlan } from './naive-citations.ts';
import { type AnsweredCase, screeningOf } from './scoring-data.ts';
import { smallCase, smallLabel } from './small-dataset.ts';

const ids = ['br18/10/1/1', 'br18/10/1/2', 'br18/10/2/1', 'br18/177//2', 'br18/170/2/3', 'planloven/18'];
const plans = [`lokalplan:${ownPlan}/6.2`, `lokalplan:${ownPlan}/6`, 'lokalplanens § 6.2'];
const structured: CitationInput = { law: 'BR18', paragraph: '10', stk: 1, nr: 2 };
const places = [{ documentId: 'a' }, { documentId: 'b', page: 2 }, { field: 'area_m2' }];
const quotes = ['skur på  40 m²', 'Målestok 1:100', '40', 'står ingen steder'];

/** Few codes, so that ties, duplicates and near misses are common. */
const codes = fc.constantFrom(...knownCodes.slice(0, 4));

function citationsArbitrary(words: readonly string[]): fc.Arbitrary<CitationInput[]> {
  const anyForm = fc.constantFrom<CitationInput>(...words, ...ids, ...plans, structured);
  return fc.oneof(
    { weight: 3, arbitrary: fc.subarray([...ids, ...plans], { maxLength: 2 }) },
    { weight: 2, arbitrary: fc.array(anyForm, { maxLength: 3 }) },
  );
}

const quotedPlace = fc
  .tuple(fc.constantFrom(...places, { documentId: 'nowhere' }), fc.option(fc.constantFrom(...quotes)))
  .map(([place, quote]) => (quote === null ? place : { ...place, quote }));

const contentArbitrary: fc.Arbitrary<Omit<Finding, 'findingId'>> = fc.record(
  {
    text: fc.constantFrom('', 'tekst'),
    code: fc.oneof({ weight: 9, arbitrary: codes }, fc.constantFrom('z1', 'ukendt')),
    citations: citationsArbitrary(knownWords),
    evidence: fc.array(quotedPlace, { maxLength: 3 }),
    confidence: fc.constantFrom(0, 0.2, 0.5, 1),
  },
  { requiredKeys: ['text', 'citations', 'evidence'] },
);

/** Some findings are another of the same answer again, word for word. */
export function anyFindings(maxLength: number): fc.Arbitrary<Finding[]> {
  const again = fc.nat({ max: 3 }).map((draw) => draw === 0);
  return fc.array(fc.tuple(contentArbitrary, again), { maxLength }).map((drawn) => {
    const contents: Omit<Finding, 'findingId'>[] = [];
    for (const [content, same] of drawn) contents.push(same ? (contents.at(-1) ?? content) : content);
    return contents.map((content, at) => ({ findingId: `f${at + 1}`, ...content }));
  });
}

/** A label's citations can all be read. */
const readable = knownWords.filter((words) => words !== 'ingen hjemmel');

export function anyDefects(maxLength: number): fc.Arbitrary<Defect[]> {
  const content: fc.Arbitrary<Omit<Defect, 'defectId'>> = fc.record({
    code: codes,
    role: fc.constantFrom('required', 'required', 'advisory', 'contested'),
    severity: fc.constantFrom('critical', 'major', 'minor'),
    discretionary: fc.boolean(),
    citationSets: fc.array(citationsArbitrary(readable), { maxLength: 3 }),
    evidence: fc.subarray(places),
  });
  return fc
    .array(content, { maxLength })
    .map((list) => list.map((each, at) => ({ ...each, defectId: `d${at + 1}` })));
}

const statusArbitrary = fc.oneof(
  { weight: 5, arbitrary: fc.constant<ScreeningStatus>('answered') },
  { weight: 1, arbitrary: fc.constantFrom<ScreeningStatus[]>('abstained', 'invalid', 'timedOut', 'failed') },
);

const outcomeArbitrary = fc.option(fc.constantFrom('complete', 'deficient', 'noPermitNeeded'));

export interface AnswersSize {
  minCases: number;
  maxCases: number;
  findings: number;
  defects: number;
}

/**
 * Data sets with everything that a headline count can meet: ties, duplicates, complete and empty cases,
 * errors that left findings behind, don't-care defects, twins, repeats, local plans, citations of every
 * validity in every form, quotes, outcomes, case types and municipalities.
 */
export function anyAnswers(size: AnswersSize): fc.Arbitrary<AnsweredCase[]> {
  const answer = fc.record({
    status: statusArbitrary,
    outcome: outcomeArbitrary,
    findings: anyFindings(size.findings),
  });
  return fc.integer({ min: 1, max: 3 }).chain((repeats) =>
    fc
      .array(
        fc.record({
          defects: anyDefects(size.defects),
          answers: fc.array(answer, { minLength: repeats, maxLength: repeats }),
          plan: fc.boolean(),
          caseType: fc.constantFrom('shed', 'carport'),
          municipality: fc.constantFrom('Nordby', 'Sønderby'),
          twin: fc.nat({ max: 4 }).map((draw) => draw === 0),
        }),
        { minLength: size.minCases, maxLength: size.maxCases },
      )
      .map((list) => {
        const cases: AnsweredCase[] = [];
        for (const [at, { defects, answers, plan, caseType, municipality, twin }] of list.entries()) {
          const caseId = `c${at + 1}`;
          const complete = defects.every(({ role }) => role !== 'required');
          const each: AnsweredCase = {
            caseShown: buildCase(caseId, plan, { caseType, municipality }),
            label: smallLabel(caseId, [], { outcome: complete ? 'complete' : 'deficient', defects }),
            screenings: answers.map(({ status, outcome, findings }, repeat): Screening => {
              const screening = screeningOf(caseId, repeat, status, findings);
              return outcome === null ? screening : { ...screening, outcome };
            }),
          };
          const before = cases.at(-1);
          if (twin && before !== undefined) {
            before.family ??= before.caseShown.caseId;
            each.family = before.family;
          }
          cases.push(each);
        }
        return cases;
      }),
  );
}

function buildCase(caseId: string, plan: boolean, changes: Partial<Case>): Case {
  const document = (documentId: string, type: string, text: string) => ({
    documentId,
    type,
    title: documentId,
    pages: [{ page: 1, text }],
  });
  return smallCase(caseId, {
    documents: [
      document('a', 'form', `Sag ${caseId}:\n skur på 40 m².`),
      document('b', 'plan', 'Målestok 1:100'),
    ],
    localRules: plan ? [{ plan: ownPlan, paragraph: '6', topic: 'anvendelse', text: 'Kun boliger.' }] : [],
    ...changes,
  });
}
