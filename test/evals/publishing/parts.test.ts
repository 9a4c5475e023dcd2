import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../evals/publishing/build-boards.ts';
import { isHeld, isOwnBaseline } from '../../../evals/publishing/consent.ts';
import { extractModel } from '../../../evals/publishing/extract-model.ts';
import { hashGold, mixFamilies } from '../../../evals/publishing/mix-families.ts';
import { sampleResult } from '../../support/sample-result.ts';

const families = fc.array(fc.record({ numerator: fc.nat(9), denominator: fc.nat(9) }), { maxLength: 40 });

describe('families in an order of their labels', () => {
  it('keeps every pair, and pairs of two models together', () => {
    fc.assert(
      fc.property(families, fc.string(), (all, gold) => {
        const mixed = mixFamilies(all, gold);
        const text = (pairs: readonly unknown[]) => pairs.map((pair) => JSON.stringify(pair)).sort();
        expect(text(mixed)).toEqual(text(all.map(({ numerator, denominator }) => [numerator, denominator])));
        const places = mixFamilies(
          all.map((_, at) => ({ numerator: at, denominator: at })),
          gold,
        );
        expect(places.map(([at]) => [all[at]!.numerator, all[at]!.denominator])).toEqual(mixed);
      }),
    );
  });

  it('has another order under other labels, and a mark that is not the seed', () => {
    const all = Array.from({ length: 40 }, (_, at) => ({ numerator: at, denominator: 40 }));
    expect(mixFamilies(all, 'a')).toEqual(mixFamilies(all, 'a'));
    expect(mixFamilies(all, 'a')).not.toEqual(mixFamilies(all, 'b'));
    expect(hashGold('a')).not.toBe(hashGold('b'));
  });
});

describe('consents', () => {
  const consent = { model: 'm', by: 'x', date: '2026-10-02' };
  it.each([
    ['nothing withdrawn', consent, [], true],
    ['withdrawn before', consent, [{ model: 'm', date: '2026-10-01' }], true],
    ['withdrawn that day', consent, [{ model: 'm', date: '2026-10-02' }], false],
    ['withdrawn later', consent, [{ model: 'm', date: '2027-01-01' }], false],
    ['another model withdrawn', consent, [{ model: 'n', date: '2027-01-01' }], true],
    ['withdrawn in the file', { ...consent, withdrawn: '2026-10-03' }, [], false],
  ] as const)('%s', (_, given, withdrawals, held) => {
    expect(isHeld(given, withdrawals)).toBe(held);
  });

  it('are needed for what came from a file, even where it is called a baseline', () => {
    expect([
      isOwnBaseline({ kind: 'baseline', provenance: 'run-by-us' }),
      isOwnBaseline({ kind: 'baseline', provenance: 'self-reported' }),
      isOwnBaseline({ kind: 'in-house', provenance: 'run-by-us' }),
    ]).toEqual([true, false, false]);
  });
});

describe('what of a model is for everybody', () => {
  it('tells of no single case, no municipality and no agreement', async () => {
    for (const model of (await sampleResult()).result.models) {
      const transfer = { recipient: 'Hemmelig ApS', region: 'Danmark', agreement: 'DB-7' };
      const extract = extractModel({ ...model, model: { ...model.model, transfer } });
      const text = JSON.stringify(extract);
      expect(text).not.toContain('Hemmelig');
      expect(extract.defects.precisionRecall).toEqual([]);
      expect(extract.slices.municipality).toEqual([]);
      expect([...extract.misses, ...extract.falseAlarms].flatMap(({ caseIds }) => caseIds)).toEqual([]);
      expect(extract.slices.caseType.every(({ f1 }) => f1.cases >= 5)).toBe(true);
      expect(extract.defects.f1).toEqual(model.defects.f1);
    }
  });
});

describe('case types of a publication', () => {
  const typesOf = async (cases: readonly number[]) => {
    const [, model] = (await sampleResult()).result.models;
    const [slice] = model!.slices.caseType;
    const caseType = cases.map((each, at) => ({
      ...slice!,
      id: `type-${at}`,
      f1: { ...slice!.f1, cases: each },
    }));
    const extract = extractModel({ ...model!, slices: { ...model!.slices, caseType } });
    return extract.slices.caseType.map(({ id }) => id);
  };
  it.each([
    [[9, 3, 6], ['type-0']],
    [
      [9, 3, 6, 2],
      ['type-0', 'type-2'],
    ],
    // A type in which nothing counts may have cases all the same, all complete: that is not told either.
    [[9, 0, 6], ['type-0']],
    [[4], []],
  ])('of %j cases leave none to be computed', async (cases, shown) => {
    expect(await typesOf(cases)).toEqual(shown);
  });
});

describe('versions', () => {
  it('are ordered by their numbers', () => {
    const versions = ['9.0.0', '10.0.0', '10.0.0-2', '2', '10.1'];
    expect(versions.toSorted(compareVersions)).toEqual(['2', '9.0.0', '10.0.0', '10.0.0-2', '10.1']);
  });

  it('are ordered one way', () => {
    const version = fc.oneof(
      fc.stringMatching(/^[\da-c.-]{0,6}$/u),
      fc.constantFrom('10', '1a', '2', '02', '2.0', '2.'),
    );
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(0 - Math.sign(compareVersions(b, a)));
        const [x, y, z] = [a, b, c].toSorted(compareVersions) as [string, string, string];
        expect(compareVersions(x, y) <= 0 && compareVersions(y, z) <= 0 && compareVersions(x, z) <= 0).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
