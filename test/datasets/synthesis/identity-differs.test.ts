import { expect, it } from 'vitest';
import { relationInjections } from '../../../datasets/synthesis/injections/relations.ts';
import { makeCase } from '../../../datasets/synthesis/make-family.ts';
import type { FamilyPlan } from '../../../datasets/synthesis/plan-families.ts';
import { drawScenario } from '../../../datasets/synthesis/scenarios/draw-scenario.ts';
import { createRandom } from '../../../evals/statistics/random.ts';

const injection = relationInjections.find(({ id }) => id === 'identity-differs')!;

it('writes another cadastral number only where the document names the property', () => {
  const random = createRandom('identity');
  const draft = drawScenario('enfamiliehus_ny', random)!;
  draft.docs = [{ type: 'ansoegning' }, { type: 'lokalplanuddrag' }];
  expect(injection.apply(draft, random)).toBe(false);
  draft.docs = [{ type: 'ansoegning' }, { type: 'situationsplan' }];
  expect(injection.apply(draft, random)).toBe(true);
});

it('stands in the text of the document that the label names', () => {
  for (let number = 0; number < 40; number += 1) {
    const plan: FamilyPlan = {
      ...{
        seed: 'identity',
        number,
        kind: 'single',
        caseType: 'landzone_byggeri',
        caseId: 'bs-1',
        noiseShare: 0,
      },
      injection: injection.id,
    };
    const { case: made, label } = makeCase(plan, 'case');
    const { note, evidence } = label.defects.find(({ code }) => code === injection.code)!;
    const other = /bærer matr\.nr\. (\S+),/u.exec(note ?? '')![1]!;
    const named = new Set(evidence.flatMap((place) => ('documentId' in place ? [place.documentId] : [])));
    const texts = made.documents
      .filter(({ documentId }) => named.has(documentId))
      .flatMap(({ pages }) => pages.map(({ text }) => text));
    expect(texts.some((text) => text.includes(other))).toBe(true);
  }
});
