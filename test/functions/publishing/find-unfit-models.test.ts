import { expect, it } from 'vitest';
import { findUnfitModels } from '../../../functions/publishing/find-unfit-models.ts';
import { sampleResult } from '../../support/sample-result.ts';

it('finds the model whose codes hold personal data, and no other', async () => {
  const { result } = await sampleResult();
  const [first, second] = result.models;
  const code = { code: '140244-6123', findings: 1, cases: 1, caseIds: [] };
  const told = { ...first!, falseAlarms: [...first!.falseAlarms, code] };
  expect(findUnfitModels([told, second!], new Map(), {})).toEqual([first!.model.id]);
});
