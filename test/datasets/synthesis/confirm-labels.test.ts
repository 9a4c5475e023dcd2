import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { injections } from '../../../datasets/synthesis/injections/all.ts';
import { makeCase } from '../../../datasets/synthesis/make-family.ts';
import { planCases } from '../../../datasets/synthesis/plan-families.ts';
import { builtInTaxonomy } from '../../../datasets/taxonomy/built-in-taxonomy.ts';
import { checkedCodes, compareWithLabel } from '../../support/synthesis-checker/check-case.ts';

const checker = resolve(import.meta.dirname, '../../support/synthesis-checker');

describe('labels of synthesised cases, recomputed from fields, texts and drawings', () => {
  it('has a rule for every code', () => {
    expect(checkedCodes).toEqual(
      builtInTaxonomy()
        .defects.map(({ code }) => code)
        .sort(),
    );
  });

  it('shares no code with the generator', () => {
    const imports = readdirSync(checker).flatMap((file) =>
      [...readFileSync(join(checker, file), 'utf8').matchAll(/from '([^']+)'/gu)].map((match) => match[1]!),
    );
    expect(
      imports.filter(
        (from) =>
          !from.startsWith('./') &&
          from !== '../../../datasets/case.ts' &&
          from !== '../../../datasets/label.ts',
      ),
    ).toEqual([]);
  });

  it('confirms each label, and finds nothing unlabelled, where drawings are read without errors', () => {
    const wrong: string[] = [];
    let confirmed = 0;
    for (const { plan, member } of planCases(150, 'confirm', { twins: 0.5, noise: 0 })) {
      const { case: made, label, brought } = makeCase(plan, member);
      const found = compareWithLabel(made, label);
      confirmed += found.confirmed.length;
      for (const code of found.missed)
        wrong.push(`${made.caseId} ${made.caseType} missed ${code} (${brought.join(', ')})`);
      for (const code of found.unlabelled)
        wrong.push(`${made.caseId} ${made.caseType} unlabelled ${code} (${brought.join(', ')})`);
    }
    expect(wrong).toEqual([]);
    expect(confirmed).toBeGreaterThan(60);
  });

  it('confirms each way to bring a defect in, singly, in every case type that it is for', () => {
    const wrong: string[] = [];
    for (const { id, caseTypes } of injections) {
      for (const [number, caseType] of [...caseTypes, ...caseTypes].entries()) {
        const plan = {
          seed: id,
          number,
          kind: 'single',
          caseType,
          injection: id,
          caseId: 'bs-1',
          noiseShare: 0,
        } as const;
        const { case: made, label } = makeCase(plan, 'case');
        const { missed, unlabelled } = compareWithLabel(made, label);
        if (missed.length + unlabelled.length > 0)
          wrong.push(`${id} ${caseType} ${number}: missed ${missed.join()}, unlabelled ${unlabelled.join()}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('confirms nearly all where every drawing is read with 1 to 3 errors in 100 signs', () => {
    const cases = planCases(60, 'misread', { twins: 0.5, noise: 1 });
    const agreed = cases.filter(({ plan, member }) => {
      const { case: made, label } = makeCase(plan, member);
      const { missed, unlabelled } = compareWithLabel(made, label);
      return missed.length + unlabelled.length === 0;
    });
    expect(agreed.length / cases.length).toBeGreaterThanOrEqual(0.9);
  });
});
