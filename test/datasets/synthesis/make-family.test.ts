import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CaseSchema } from '../../../datasets/case.ts';
import { LabelSchema } from '../../../datasets/label.ts';
import { injections } from '../../../datasets/synthesis/injections/all.ts';
import { makeCase } from '../../../datasets/synthesis/make-family.ts';
import { planCases } from '../../../datasets/synthesis/plan-families.ts';
import { builtInTaxonomy } from '../../../datasets/taxonomy/built-in-taxonomy.ts';
import { defectTypeOf } from '../../../datasets/taxonomy/taxonomy.ts';

describe('makeCase', () => {
  it('gives the same bytes for the same seed', () => {
    const hash = createHash('sha256');
    for (const { plan, member } of planCases(24, 'golden')) {
      const { case: made, label } = makeCase(plan, member);
      hash.update(`${JSON.stringify(made)}\n${JSON.stringify(label)}\n`);
    }
    // A change to any word, number or drawing changes it: then the version of shipped data changes too.
    expect(hash.digest('hex')).toBe('ec67fc23a73166e7998439af13034a30b3558bf5d4bb77b79a90e24c87597080');
  });

  it('gives cases and labels of their schemas, with evidence that is there', () => {
    for (const { plan, member } of planCases(30, 'schema')) {
      const { case: made, label } = makeCase(plan, member);
      expect(CaseSchema.parse(made)).toEqual(made);
      expect(LabelSchema.parse(label)).toEqual(label);
      const documents = new Map(made.documents.map(({ documentId, pages }) => [documentId, pages.length]));
      for (const { evidence, code } of label.defects) {
        expect(evidence.length, `${made.caseId} ${code}`).toBeGreaterThan(0);
        for (const place of evidence) {
          if ('documentId' in place)
            expect(place.page).toBeLessThanOrEqual(documents.get(place.documentId) ?? 0);
        }
      }
    }
  });

  it('differs from its twin in one required defect, and in nothing that the defect does not touch', () => {
    const pairs = planCases(60, 'twins').filter(
      ({ plan, member }) => plan.twinId !== undefined && member === 'case',
    );
    expect(pairs.length).toBeGreaterThan(5);
    for (const { plan } of pairs.slice(0, 10)) {
      const one = makeCase(plan, 'case');
      const twin = makeCase(plan, 'twin');
      expect(one.label.twinOf).toBe(twin.case.caseId);
      expect(twin.label).toEqual({
        schema: 'maalestok.label.v1',
        caseId: plan.twinId,
        labelVersion: '1',
        outcome: 'complete',
        provenance: 'synthetic',
        defects: [],
      });
      expect(twin.case.fields.adresse).toBe(one.case.fields.adresse);
    }
  });
});

describe('injections', () => {
  it('bring in every defect type of the taxonomy', () => {
    expect([...new Set(injections.map(({ code }) => code))].sort()).toEqual(
      builtInTaxonomy()
        .defects.map(({ code }) => code)
        .sort(),
    );
  });

  it.each(injections.map((injection) => [injection.id, injection] as const))(
    '%s brings in its defect',
    (id, injection) => {
      const caseType = injection.caseTypes[0]!;
      const { label } = makeCase(
        { seed: 'each', number: 1, kind: 'single', caseType, injection: id, caseId: 'bs-1', noiseShare: 0 },
        'case',
      );
      const type = defectTypeOf(builtInTaxonomy(), injection.code)!;
      const defect = label.defects.find(({ code, role }) => code === injection.code && role === type.role);
      expect(defect).toMatchObject({ severity: type.severity, discretionary: type.discretionary });
      expect(type.caseTypes.length === 0 || type.caseTypes.includes(caseType)).toBe(true);
      const known = new Set([
        ...type.citations,
        ...type.alternatives,
        ...type.variants.flatMap(({ citations }) => citations),
      ]);
      for (const citation of defect!.citationSets.flat())
        expect(
          String(citation).startsWith('lokalplan:') || known.has(String(citation)),
          String(citation),
        ).toBe(true);
    },
  );

  it('stay within the case types that the taxonomy names', () => {
    for (const { code, caseTypes } of injections) {
      const named = defectTypeOf(builtInTaxonomy(), code)!.caseTypes;
      if (named.length > 0)
        expect(
          caseTypes.filter((caseType) => !named.includes(caseType)),
          code,
        ).toEqual([]);
    }
  });
});
