import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../datasets/case.ts';
import taxonomyData from '../../../../datasets/taxonomy/byggesag.json' with { type: 'json' };
import { TaxonomySchema } from '../../../../datasets/taxonomy/taxonomy.ts';
import { createChecklist } from '../../../../evals/baselines/checklist/checklist.ts';
import { ScreeningSchema } from '../../../../evals/screening/screening.ts';
import { fastestMs } from '../../../support/fastest.ts';
import { plan, withFields } from './change-case.ts';
import { lawfulCases } from './lawful-cases.ts';
import { violationsByField } from './violations-by-field.ts';
import { violationsInPapers } from './violations-in-papers.ts';

const taxonomy = TaxonomySchema.parse(taxonomyData);
const checklist = createChecklist(taxonomy);
const options = { repeat: 0, requestId: 'ab'.repeat(32), signal: new AbortController().signal };

async function codesOf(caseShown: Case): Promise<(string | undefined)[]> {
  return (await checklist.screen(caseShown, options)).findings.map((finding) => finding.code);
}

const violations = [...violationsByField, ...violationsInPapers()];

describe('checklist', () => {
  it.each(Object.entries(lawfulCases))(
    'raises no alarm on a lawful %s at the limits',
    async (_type, caseShown) => {
      const answer = await checklist.screen(caseShown, options);
      expect(answer.findings).toEqual([]);
      expect(answer.outcome).toBe('complete');
    },
  );

  it.each(violations)('finds %s', async (code, caseShown) => {
    expect(await codesOf(caseShown)).toContain(code);
  });

  it('lets the local plan step before the building right on the same matter', async () => {
    const rule = {
      ...plan,
      paragraph: '5.1',
      topic: 'bebyggelsesprocent',
      operator: '<=' as const,
      value: 35,
      unit: '%',
    };
    const codes = await codesOf(
      withFields(
        'enfamiliehus_ny',
        { etageareal_primaer_m2: 260, bebyggelsesprocent_oplyst_pct: 32.5 },
        { localRules: [rule] },
      ),
    );
    expect(codes).not.toContain('bebyggelsesprocent_overskredet');
    expect(codes).not.toContain('lokalplan_omfang');
  });

  it('cites the plan itself beside planloven, and leaves the decision to people', async () => {
    const rule = { ...plan, paragraph: '7.4', topic: 'højde', operator: '<=' as const, value: 5, unit: 'm' };
    const { findings } = await checklist.screen(
      withFields('enfamiliehus_ny', {}, { localRules: [rule] }),
      options,
    );
    expect(findings[0]).toMatchObject({
      code: 'lokalplan_omfang',
      citations: ['planloven/18', 'lokalplan:211/7.4'],
      needsJudgement: true,
    });
  });

  it('says that no permit is needed where § 5 exempts the work', async () => {
    const small = withFields('sekundaer_over_50', { sekundaert_areal_m2: 50 });
    expect(await checklist.screen(small, options)).toEqual({ outcome: 'noPermitNeeded', findings: [] });
    const high = withFields('sekundaer_over_50', { sekundaert_areal_m2: 50, max_hoejde_m: 3 });
    expect((await checklist.screen(high, options)).outcome).toBe('deficient');
    const shed = withFields('nedrivning', { bygningstype: 'sekundaer', grundflade_m2: 50 });
    expect(await checklist.screen(shed, options)).toEqual({ outcome: 'noPermitNeeded', findings: [] });
  });

  it('answers by the contract, cites only what the taxonomy lists, and never an advisory code', async () => {
    for (const [, caseShown] of violations) {
      const answer = await checklist.screen(caseShown, options);
      expect(await checklist.screen(structuredClone(caseShown), options)).toEqual(answer);
      ScreeningSchema.parse({
        ...answer,
        model: { id: checklist.id, version: checklist.version },
        caseId: caseShown.caseId,
        status: 'answered',
      });
      for (const finding of answer.findings) {
        const type = taxonomy.defects.find((item) => item.code === finding.code);
        const listed = [
          ...(type?.citations ?? []),
          ...(type?.alternatives ?? []),
          ...(type?.variants ?? []).flatMap((variant) => variant.citations),
        ];
        expect(type?.role).toBe('required');
        expect(finding.citations.length).toBeGreaterThan(0);
        expect(
          finding.citations.filter(
            (citation) => !String(citation).startsWith('lokalplan:') && !listed.includes(String(citation)),
          ),
        ).toEqual([]);
      }
    }
  });

  it('does not depend on the order of the documents', async () => {
    for (const [, caseShown] of violations) {
      const reversed = { ...caseShown, documents: caseShown.documents.toReversed() };
      expect((await codesOf(reversed)).toSorted()).toEqual((await codesOf(caseShown)).toSorted());
    }
  });

  it('holds fifty cases well under a second', async () => {
    const cases = Array.from(
      { length: 50 },
      (_, index) => Object.values(lawfulCases)[index % Object.keys(lawfulCases).length] as Case,
    );
    const screenAll = async () => {
      for (const caseShown of cases) await checklist.screen(caseShown, options);
    };
    expect(await fastestMs(screenAll)).toBeLessThan(1000);
  });
});
