import { describe, expect, it } from 'vitest';
import { ComparabilitySchema, ProtocolSchema } from '../../../evals/artifacts.ts';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import { type ComparabilityInput, computeComparability } from '../../../evals/comparability.ts';

const otherEntries = { id: 'byggesag', version: '1', defects: [] };

const input: ComparabilityInput = {
  datasetContent: 'a'.repeat(64),
  split: 'test',
  caseIdsHash: 'b'.repeat(64),
  labels: { version: '1', contentHash: 'c'.repeat(64) },
  catalogue: { id: 'byggeret', version: '1' },
  taxonomy: { id: 'byggesag', version: '1' },
  policy: 'standard',
  protocol: ProtocolSchema.parse({}),
};

const { shown } = input.protocol;

const changes: [string, Partial<ComparabilityInput>][] = [
  ['the data', { datasetContent: 'd'.repeat(64) }],
  ['the split', { split: 'practice' }],
  ['the cases planned', { caseIdsHash: 'd'.repeat(64) }],
  ['the label version', { labels: { ...input.labels, version: '2' } }],
  ['a label', { labels: { ...input.labels, contentHash: 'd'.repeat(64) } }],
  ['the catalogue', { catalogue: { id: 'other', version: '1' } }],
  ['the catalogue version', { catalogue: { id: 'byggeret', version: '2' } }],
  ['the taxonomy', { taxonomy: { id: 'other', version: '1' } }],
  ['the taxonomy version', { taxonomy: { id: 'byggesag', version: '2' } }],
  ['an entry of the catalogue', { catalogue: { ...otherEntries, id: 'byggeret' } }],
  ['an entry of the taxonomy', { taxonomy: otherEntries }],
  ['the policy', { policy: 'lenient' }],
  ['the repeats', { protocol: { ...input.protocol, repeats: 2 } }],
  ['the time-out', { protocol: { ...input.protocol, timeoutMs: 1 } }],
  ['the retries', { protocol: { ...input.protocol, retries: 3 } }],
  ...Object.keys(shown).map((part): [string, Partial<ComparabilityInput>] => [
    `whether ${part} are shown`,
    { protocol: { ...input.protocol, shown: { ...shown, [part]: false } } },
  ]),
];

describe('computeComparability', () => {
  const { key, parts } = computeComparability(input);

  it('is the hash of its parts, all of which are named', () => {
    expect(key).toBe(canonicalHash(parts));
    expect(Object.keys(parts).sort()).toEqual(Object.keys(ComparabilitySchema.shape).sort());
  });

  it('does not depend on the order of keys', () => {
    const protocol = { ...input.protocol, shown: Object.fromEntries(Object.entries(shown).reverse()) };
    const turned = { ...input, protocol: ProtocolSchema.parse(protocol) };
    expect(computeComparability(turned).key).toBe(key);
  });

  it.each(changes)('gives another key where %s changes', (_, change) => {
    expect(computeComparability({ ...input, ...change }).key).not.toBe(key);
  });

  it('gives every change a key of its own', () => {
    const keys = changes.map(([, change]) => computeComparability({ ...input, ...change }).key);
    expect(new Set([key, ...keys]).size).toBe(changes.length + 1);
  });

  it('gives another key for another scorer', () => {
    expect(canonicalHash({ ...parts, scorer: `${parts.scorer}.1` })).not.toBe(key);
  });
});
