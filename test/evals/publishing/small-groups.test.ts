import { expect, it } from 'vitest';
import { extractModel } from '../../../evals/publishing/extract-model.ts';
import { sampleResult } from '../../support/sample-result.ts';

it('publishes no bin of confidence that fewer than five cases are behind', async () => {
  const model = (await sampleResult()).result.models.find(
    ({ confidence }) => confidence.reliability.length > 1,
  )!;
  const [first, ...others] = model.confidence.reliability;
  const small = { ...first!, hitRate: { ...first!.hitRate, cases: 4 } };
  const confidence = { ...model.confidence, reliability: [small, ...others] };
  const published = extractModel({ ...model, confidence }).confidence.reliability;
  expect(others.length).toBeGreaterThan(0);
  expect(published).toEqual(others.filter(({ hitRate }) => hitRate.cases >= 5));
});

it('publishes no figure of all cases less those of one type, from which a type of one case could be had', async () => {
  for (const model of (await sampleResult()).result.models) {
    expect(model.caseMix.without.length).toBeGreaterThan(0);
    const { caseMix } = extractModel(model);
    expect(caseMix).toEqual({ ...model.caseMix, without: [] });
  }
});
