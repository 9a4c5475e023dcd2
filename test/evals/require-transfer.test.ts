import { describe, expect, it } from 'vitest';
import { requireTransfer } from '../../evals/require-transfer.ts';
import { type SuiteModel, SuiteModelSchema } from '../../evals/suite-model.ts';

const transfer = { recipient: 'Leverandør A/S', region: 'Danmark', agreement: 'DBA 2026-7' };
const called = [
  { adapter: 'http', id: 'a', version: '1', url: 'https://vendor.example/' },
  { adapter: 'bedrock', modelId: 'eu.x' },
  { adapter: 'lambda', id: 'a', version: '1', functionName: 'f' },
  { adapter: 'promptfoo', id: 'a', version: '1', provider: 'echo' },
];
const silent = SuiteModelSchema.parse({ adapter: 'silent' });
const real = { id: 'nordby', synthetic: false };

const parse = (entry: object): SuiteModel => SuiteModelSchema.parse(entry);

describe('requireTransfer', () => {
  it.each(called)('wants to know to whom $adapter sends cases that are not synthetic', (entry) => {
    expect(() => requireTransfer({ models: [silent, parse(entry)] }, real)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        problem: expect.objectContaining({
          field: 'models[1].transfer',
          is: 'nothing, and the data set "nordby" is not synthetic',
        }),
      }),
    );
    requireTransfer({ models: [silent, parse({ ...entry, transfer })] }, real);
  });

  it('asks nothing of synthetic cases, nor of models that send none', () => {
    requireTransfer({ models: called.map(parse) }, { ...real, synthetic: true });
    requireTransfer({ models: [silent, parse({ adapter: 'replay', screenings: 'x.jsonl' })] }, real);
  });
});
