import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparability, ComparabilitySchema, ProtocolSchema } from '../../evals/artifacts.ts';
import { canonicalHash } from '../../evals/canonical-hash.ts';
import { explainDifference } from '../../evals/explain-comparability.ts';

const base: Comparability = {
  datasetContent: 'a'.repeat(64),
  split: 'test',
  cases: 'b'.repeat(64),
  labels: '1 c',
  catalogue: 'byggeret 1',
  taxonomy: 'byggesag 1',
  scorer: '1',
  policy: 'standard',
  protocol: ProtocolSchema.parse({}),
};

const protocol = (changes: object) => ({ protocol: ProtocolSchema.parse({ ...base.protocol, ...changes }) });

const changes: [part: string, change: Partial<Comparability>, a: string, b: string, mend: string][] = [
  ['datasetContent', { datasetContent: 'd'.repeat(64) }, 'a'.repeat(64), 'd'.repeat(64), 'rerun'],
  ['split', { split: 'practice' }, 'test', 'practice', 'rerun'],
  ['cases', { cases: 'd'.repeat(64) }, 'b'.repeat(64), 'd'.repeat(64), 'rerun'],
  ['labels', { labels: '2 c' }, '1 c', '2 c', 'rescore'],
  ['catalogue', { catalogue: 'byggeret 2' }, 'byggeret 1', 'byggeret 2', 'rescore'],
  ['taxonomy', { taxonomy: 'andet 1' }, 'byggesag 1', 'andet 1', 'rescore'],
  ['scorer', { scorer: '2' }, '1', '2', 'rescore'],
  ['policy', { policy: 'strict' }, 'standard', 'strict', 'rescore'],
  ['protocol.repeats', protocol({ repeats: 3 }), '1', '3', 'rerun'],
  ['protocol.timeoutMs', protocol({ timeoutMs: 5 }), '600000', '5', 'rerun'],
  ['protocol.retries', protocol({ retries: 0 }), '2', '0', 'rerun'],
  [
    'protocol.shown.files',
    protocol({ shown: { ...base.protocol.shown, files: false } }),
    'true',
    'false',
    'rerun',
  ],
];

describe('explainDifference', () => {
  it.each(changes)('names %s with both values, and what mends it', (part, change, a, b, mend) => {
    expect(explainDifference(base, { ...base, ...change })).toEqual([{ part, a, b, mend }]);
    expect(explainDifference({ ...base, ...change }, base)).toEqual([{ part, a: b, b: a, mend }]);
  });

  it('has been tried on every part', () => {
    const tried = new Set(changes.map(([part]) => part.split('.')[0]));
    expect([...tried]).toEqual(Object.keys(ComparabilitySchema.shape));
  });

  it('says nothing exactly where the keys are one, and names every part that differs, in order', () => {
    fc.assert(
      fc.property(fc.subarray(changes.slice(0, 9)), fc.subarray(changes.slice(0, 9)), (inA, inB) => {
        const apply = (list: typeof changes) => Object.assign({}, base, ...list.map(([, change]) => change));
        const [a, b] = [apply(inA), apply(inB)];
        const parts = explainDifference(a, b).map(({ part }) => part);
        expect(parts.length === 0).toBe(canonicalHash(a) === canonicalHash(b));
        const differ = changes.slice(0, 9).filter((each) => inA.includes(each) !== inB.includes(each));
        expect(parts).toEqual(differ.map(([part]) => part));
      }),
    );
  });
});
