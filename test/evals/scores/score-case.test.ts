import { describe, expect, it } from 'vitest';
import type { Case } from '../../../datasets/case.ts';
import type { Defect } from '../../../datasets/label.ts';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { scoreCase } from '../../../evals/scores/score-case.ts';
import { FindingSchema } from '../../../evals/screening/screening.ts';
import { smallTaxonomy } from '../../support/arbitraries.ts';
import { screeningOf } from '../../support/scoring-data.ts';
import { smallCase, smallLabel } from '../../support/small-dataset.ts';

const caseShown: Case = smallCase('c1', {
  documents: [
    { documentId: 'a', type: 'form', title: 'A', pages: [{ page: 1, text: 'Skuret er\n  40 m² stort.' }] },
    { documentId: 'b', type: 'plan', title: 'B', pages: [{ page: 1, text: 'Afstand til skel 1,2 m.' }] },
  ],
  localRules: [{ plan: '1.23', paragraph: '7.4', topic: 'Vejskel', text: 'Mindst 5 m til vejskel.' }],
});

const common = { role: 'required', severity: 'major', discretionary: false } as const;

const defects: Defect[] = [
  {
    ...common,
    defectId: 'sibling',
    code: 'x1',
    citationSets: [['br18/10/1/3']],
    evidence: [{ documentId: 'a' }],
  },
  { ...common, defectId: 'near', code: 'y1', citationSets: [['br18/170/2/3']], evidence: [{ field: 'f' }] },
  {
    ...common,
    defectId: 'plan',
    code: 'z1',
    citationSets: [['lokalplan:1.23/7.4']],
    evidence: [{ documentId: 'b' }],
  },
  { ...common, defectId: 'missed', code: 'z2', citationSets: [['planloven/18']], evidence: [] },
  {
    ...common,
    defectId: 'advice',
    code: 'x2',
    role: 'advisory',
    severity: 'minor',
    citationSets: [['br18/177//2']],
    evidence: [],
  },
];

const findings = [
  // The right code and place; a sibling of the right number: 2 of 3 nodes.
  {
    findingId: 'hit',
    code: 'x1',
    citations: ['BR18 § 10, stk. 1, nr. 2'],
    evidence: [{ documentId: 'a', page: 1, quote: 'Skuret er 40 m²' }],
    confidence: 0.9,
  },
  // Another code of the group, the right citation and place.
  {
    findingId: 'nearMiss',
    code: 'y2',
    citations: ['BR18 § 170, stk. 2, nr. 3'],
    evidence: [{ field: 'f' }],
  },
  // The defect of `hit` again, with a quote from another document.
  { findingId: 'again', code: 'x1', evidence: [{ documentId: 'a', quote: 'Afstand til skel' }] },
  { findingId: 'neutral', code: 'x2', citations: ['BR18 § 177, nr. 2'], needsJudgement: true },
  // No such §, no such words.
  {
    findingId: 'falseAlarm',
    code: 'ukendt',
    citations: ['BR18 § 812'],
    evidence: [{ documentId: 'b', quote: 'Taget er rødt' }],
  },
  // The case's own plan; the wrong place.
  { findingId: 'ownPlan', code: 'z1', citations: ['lokalplanens § 7.4'], evidence: [{ field: 'f' }] },
  // The right citation under a code of another group: only the lenient policy takes it for `missed`.
  { findingId: 'otherGroup', code: 'y2', citations: ['planloven § 18'] },
].map((finding) => FindingSchema.parse({ text: 'tekst', ...finding }));

const valid = { validity: 'valid', tooBroad: false } as const;

function written(text: string, id: string, display = text) {
  return { written: text, ids: [id], display, ...valid };
}

describe('scoreCase', () => {
  it('scores a case as counted by hand', () => {
    const score = scoreCase(
      caseShown,
      smallLabel('c1', [], { outcome: 'deficient', defects }),
      [{ ...screeningOf('c1', 0, 'answered', findings), outcome: 'complete' }],
      { taxonomy: smallTaxonomy, catalogue: builtInCatalogue(), policy: 'standard' },
    );
    expect(score).toEqual({
      schema: 'maalestok.score.v1',
      model: { id: 'model', version: '1' },
      caseId: 'c1',
      caseType: 'shed',
      municipality: 'Nordby',
      complete: false,
      outcome: 'deficient',
      repeats: [
        {
          repeat: 0,
          status: 'answered',
          outcome: 'complete',
          policies: {
            // hit, ownPlan; the near miss has another code.
            strict: { truePositives: 2, falsePositives: 4, falseNegatives: 2, neutral: 1, duplicates: 1 },
            // and nearMiss.
            standard: { truePositives: 3, falsePositives: 3, falseNegatives: 1, neutral: 1, duplicates: 1 },
            // and otherGroup.
            lenient: { truePositives: 4, falsePositives: 2, falseNegatives: 0, neutral: 1, duplicates: 1 },
          },
          // Reported x1 y2 x2 ukendt z1; sought x1 y1 z1 z2; x2 is don't-care.
          codeSet: { truePositives: 2, falsePositives: 2, falseNegatives: 2 },
          findings: expectedFindings,
          defects: expectedDefects,
          citations: {
            givenMatch: {
              exact: { cited: 3, citedHits: 2, gold: 3, goldHits: 2 },
              paragraph: { cited: 3, citedHits: 3, gold: 3, goldHits: 3 },
              // 2 of 3 (hit), 3 of 3 (nearMiss), 7.4 and 7 of the plan (ownPlan).
              hierarchical: { cited: 8, citedHits: 7, gold: 8, goldHits: 7 },
            },
            // Besides: § 812 and planloven § 18 cited in vain, planloven § 18 of `missed` not cited for it.
            overall: {
              exact: { cited: 5, citedHits: 2, gold: 4, goldHits: 2 },
              paragraph: { cited: 5, citedHits: 3, gold: 4, goldHits: 3 },
              hierarchical: { cited: 10, citedHits: 7, gold: 9, goldHits: 7 },
            },
          },
          evidence: { cited: 3, citedHits: 2, gold: 3, goldHits: 2, findings: 3 },
        },
      ],
    });
  });

  it('finds 2 of 3 nodes where the number beside the right one is cited', () => {
    const score = scoreCase(
      caseShown,
      smallLabel('c1', [], { outcome: 'deficient', defects: [defects[0]!] }),
      [screeningOf('c1', 0, 'answered', [findings[0]!])],
      { taxonomy: smallTaxonomy, catalogue: builtInCatalogue(), policy: 'strict' },
    );
    const { citations } = score.repeats[0]!;
    expect(citations.givenMatch.hierarchical).toEqual({ cited: 3, citedHits: 2, gold: 3, goldHits: 2 });
    expect(citations.overall).toEqual(citations.givenMatch);
  });

  it('takes precision against all accepted sets and recall against the one that was cited best', () => {
    const citationSets = [['br18/10/1/2', 'br18/10/1/3'], ['planloven/18']];
    const citations = ['br18/10/1/2', 'planloven/18'];
    const score = scoreCase(
      caseShown,
      smallLabel('c1', [], { outcome: 'deficient', defects: [{ ...defects[0]!, citationSets }] }),
      [screeningOf('c1', 0, 'answered', [{ ...findings[0]!, citations }])],
      { taxonomy: smallTaxonomy, catalogue: builtInCatalogue(), policy: 'standard' },
    );
    expect(score.repeats[0]!.citations.givenMatch).toEqual({
      exact: { cited: 2, citedHits: 2, gold: 1, goldHits: 1 },
      paragraph: { cited: 2, citedHits: 2, gold: 1, goldHits: 1 },
      hierarchical: { cited: 4, citedHits: 4, gold: 1, goldHits: 1 },
    });
  });

  it('scores as an empty list what a model that did not answer left behind', () => {
    const score = scoreCase(
      caseShown,
      smallLabel('c1', [], { outcome: 'deficient', defects }),
      [{ ...screeningOf('c1', 0, 'failed', findings), outcome: 'deficient' }],
      { taxonomy: smallTaxonomy, catalogue: builtInCatalogue(), policy: 'standard' },
    );
    const [repeat] = score.repeats;
    expect(repeat).toMatchObject({ status: 'failed', errorKind: 'failed', findings: [] });
    expect(repeat).not.toHaveProperty('outcome');
    expect(repeat!.policies.lenient).toEqual({
      truePositives: 0,
      falsePositives: 0,
      falseNegatives: 4,
      neutral: 0,
      duplicates: 0,
    });
  });
});

const expectedFindings = [
  {
    findingId: 'hit',
    code: 'x1',
    group: 'x',
    verdict: 'truePositive',
    duplicate: false,
    defectId: 'sibling',
    // 0.5 + 0.3·2/3 + 0.2
    similarity: 0.9,
    documentTypes: ['form'],
    citations: [{ ...written('BR18 § 10, stk. 1, nr. 2', 'br18/10/1/2'), accepted: 'partly' }],
    quotes: [{ documentId: 'a', verdict: 'verbatim' }],
    confidence: 0.9,
  },
  {
    findingId: 'nearMiss',
    code: 'y2',
    group: 'y',
    verdict: 'truePositive',
    duplicate: false,
    defectId: 'near',
    // 0.5·0.5 + 0.3 + 0.2
    similarity: 0.75,
    documentTypes: ['fields'],
    citations: [{ ...written('BR18 § 170, stk. 2, nr. 3', 'br18/170/2/3'), accepted: 'exact' }],
    quotes: [],
  },
  {
    findingId: 'again',
    code: 'x1',
    group: 'x',
    verdict: 'falsePositive',
    duplicate: true,
    documentTypes: ['form'],
    citations: [],
    quotes: [{ documentId: 'a', verdict: 'elsewhere' }],
  },
  {
    findingId: 'neutral',
    code: 'x2',
    group: 'x',
    verdict: 'neutral',
    duplicate: false,
    defectId: 'advice',
    similarity: 0.8,
    documentTypes: ['none'],
    citations: [{ ...written('BR18 § 177, nr. 2', 'br18/177//2'), accepted: 'exact' }],
    quotes: [],
    needsJudgement: true,
  },
  {
    findingId: 'falseAlarm',
    code: 'ukendt',
    group: null,
    verdict: 'falsePositive',
    duplicate: false,
    documentTypes: ['plan'],
    citations: [
      {
        ...written('BR18 § 812', 'br18/812'),
        validity: 'nonexistent',
        hint: { da: 'BR18 går til § 565', en: 'BR18 ends at § 565' },
      },
    ],
    quotes: [{ documentId: 'b', verdict: 'fabricated' }],
  },
  {
    findingId: 'ownPlan',
    code: 'z1',
    group: 'z',
    verdict: 'truePositive',
    duplicate: false,
    defectId: 'plan',
    similarity: 0.8,
    documentTypes: ['fields'],
    citations: [
      {
        ...written('lokalplanens § 7.4', 'lokalplan:1.23/7.4', 'lokalplan 1.23, § 7.4'),
        accepted: 'exact',
      },
    ],
    quotes: [],
  },
  {
    findingId: 'otherGroup',
    code: 'y2',
    group: 'y',
    verdict: 'falsePositive',
    duplicate: false,
    documentTypes: ['none'],
    citations: [written('planloven § 18', 'planloven/18')],
    quotes: [],
  },
];

const plainDefect = { severity: 'major', role: 'required', discretionary: false };

const expectedDefects = [
  {
    ...plainDefect,
    defectId: 'sibling',
    code: 'x1',
    group: 'x',
    documentTypes: ['form'],
    findingId: 'hit',
  },
  {
    ...plainDefect,
    defectId: 'near',
    code: 'y1',
    group: 'y',
    documentTypes: ['fields'],
    findingId: 'nearMiss',
  },
  {
    ...plainDefect,
    defectId: 'plan',
    code: 'z1',
    group: 'z',
    documentTypes: ['plan'],
    findingId: 'ownPlan',
  },
  { ...plainDefect, defectId: 'missed', code: 'z2', group: 'z', documentTypes: ['none'] },
  {
    ...plainDefect,
    defectId: 'advice',
    code: 'x2',
    group: 'x',
    severity: 'minor',
    role: 'advisory',
    documentTypes: ['none'],
    findingId: 'neutral',
  },
];
