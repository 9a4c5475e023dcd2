import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { matchCase } from '../../../evals/matching/match-case.ts';
import { policies } from '../../../evals/matching/policy.ts';
import { type MatchingContext, prepareDefect, prepareFinding } from '../../../evals/matching/prepare.ts';
import { anyDefects, anyFindings } from '../../support/any-answers.ts';
import { defectsArbitrary, findingsArbitrary, smallTaxonomy } from '../../support/arbitraries.ts';
import { matchNaively } from '../../support/naive-matching.ts';

const context: MatchingContext = { taxonomy: smallTaxonomy, catalogue: builtInCatalogue(), localRules: [] };

describe('matchCase', () => {
  it('is the optimum of the rules, as trying every assignment finds it', () => {
    fc.assert(
      fc.property(
        anyFindings(6),
        anyDefects(5),
        fc.constantFrom(...policies),
        (findings, defects, policy) => {
          const f = findings.map((finding) => prepareFinding(finding, context));
          const d = defects.map((defect) => prepareDefect(defect, context));
          const { pairs, duplicates } = matchCase(f, d, policy);
          expect({
            pairs: pairs.map((pair) => [pair.finding, pair.defect]),
            duplicates: [...duplicates].sort(),
          }).toEqual(matchNaively(findings, defects, policy));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of findings or defects', () => {
    const shuffled = fc
      .tuple(findingsArbitrary(8), defectsArbitrary(6))
      .chain(([findings, defects]) =>
        fc.tuple(
          fc.constant(findings),
          fc.constant(defects),
          fc.shuffledSubarray(findings, { minLength: findings.length }),
          fc.shuffledSubarray(defects, { minLength: defects.length }),
        ),
      );
    fc.assert(
      fc.property(
        shuffled,
        fc.constantFrom(...policies),
        ([findings, defects, findings2, defects2], policy) => {
          const idsOf = (fs: typeof findings, ds: typeof defects) => {
            const match = matchCase(
              fs.map((finding) => prepareFinding(finding, context)),
              ds.map((defect) => prepareDefect(defect, context)),
              policy,
            );
            return {
              pairs: match.pairs
                .map((pair) => `${fs[pair.finding]!.findingId} ${ds[pair.defect]!.defectId}`)
                .sort(),
              duplicates: [...match.duplicates].map((index) => fs[index]!.findingId).sort(),
            };
          };
          expect(idsOf(findings2, defects2)).toEqual(idsOf(findings, defects));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts a further finding for a matched defect as a duplicate, and never matches it twice', () => {
    const defect = {
      defectId: 'd1',
      code: 'x1',
      role: 'required',
      severity: 'major',
      discretionary: false,
      citationSets: [],
      evidence: [],
    } as const;
    const findings = ['f1', 'f2', 'f3'].map((findingId) =>
      prepareFinding(
        { findingId, text: findingId, code: findingId === 'f3' ? 'y1' : 'x1', citations: [], evidence: [] },
        context,
      ),
    );
    const match = matchCase(
      findings,
      [prepareDefect({ ...defect, citationSets: [], evidence: [] }, context)],
      'strict',
    );
    expect(match.pairs).toHaveLength(1);
    expect(match.duplicates.size).toBe(1);
    expect(match.duplicates.has(2)).toBe(false);
  });

  it('stays quick with the most findings that an answer may hold', () => {
    const findings = Array.from({ length: 500 }, (_, index) =>
      prepareFinding(
        { findingId: `f${index}`, text: '', code: 'x1', citations: ['br18/10'], evidence: [] },
        context,
      ),
    );
    const defects = Array.from({ length: 20 }, (_, index) =>
      prepareDefect(
        {
          defectId: `d${index}`,
          code: 'x1',
          role: 'required',
          severity: 'major',
          discretionary: false,
          citationSets: [],
          evidence: [],
        },
        context,
      ),
    );
    expect(matchCase(findings, defects, 'lenient').pairs).toHaveLength(20);
  });
});
