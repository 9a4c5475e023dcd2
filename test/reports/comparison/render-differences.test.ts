import { expect, test } from 'vitest';
import type { PairComparison } from '../../../evals/statistics/pair-comparison.ts';
import { renderDifferences, sayDifference } from '../../../reports/comparison/render-differences.ts';
import { sampleContext, textOfMarkup } from '../../support/sample-context.ts';

const pair: PairComparison = {
  a: 'egen-prompt',
  b: 'nordlys-2',
  difference: -0.164,
  interval: { low: -0.291, high: -0.029, level: 0.95 },
  p: 0.004,
  pHolm: 0.008,
  different: true,
  exact: false,
  permutations: 9999,
  smallestDetectable: 0.12,
  cases: 30,
};

test('only the adjusted test may say that a model is better; else the number of cases is said', async () => {
  const context = await sampleContext();
  expect([
    sayDifference(context, pair),
    sayDifference(context, { ...pair, different: false, pHolm: 0.06 }),
    sayDifference(context, { ...pair, different: false, smallestDetectable: null }),
    sayDifference(context, { ...pair, different: false, difference: 0, p: 1, interval: null }),
    sayDifference(context, { ...pair, different: false, difference: null, interval: null, p: null }),
  ]).toEqual([
    'nordlys-2 er bedre end egen-prompt.',
    'Kan ikke skelnes fra hinanden med 30 sager. Med 30 sager kan en forskel under 12 point normalt ikke ses.',
    'Kan ikke skelnes fra hinanden med 30 sager.',
    'Helt ens i alle sager.',
    'Kan ikke sammenlignes: mindst det ene tal er ikke defineret.',
  ]);
});

test('a pair is turned so that the model that stands first in the report is named first', async () => {
  const { result } = await sampleContext();
  const models = ['nordlys-2', 'egen-prompt'].map(
    (id) => result.models.find(({ model }) => model.id === id)!,
  );
  const text = textOfMarkup(await renderDifferences(await sampleContext({ models, comparisons: [pair] })));
  expect(text).toContain(
    'nordlys-2 mod egen-prompt nordlys-2 er bedre end egen-prompt. +16,4 +2,9 – +29,1 0,008',
  );
});

test('where test and interval differ, the row says so, and below why and which decides', async () => {
  const said = async (change: Partial<PairComparison>) => {
    const context = await sampleContext({ comparisons: [{ ...pair, ...change }] });
    return textOfMarkup(await renderDifferences(context));
  };
  const wide = await said({ interval: { low: -0.234, high: 0.028, level: 0.95 }, pHolm: 0.001 });
  expect(wide).toContain(
    'nordlys-2 er bedre end egen-prompt. Intervallet rummer også 0; testen afgør. +16,4',
  );
  expect(wide).toContain('Det er testen, der afgør (p efter Holm, højst 0,05).');
  expect(await said({ different: false, pHolm: 0.06 })).toContain('Intervallet rummer ikke 0; testen afgør.');
  expect(await said({})).not.toContain('testen afgør');
});

test('a chart that goes on is said to go on', async () => {
  const { result } = await sampleContext();
  const ids = result.models.map(({ model }) => model.id);
  const comparisons = ids.flatMap((a, at) => ids.slice(at + 1).map((b) => ({ ...pair, a, b })));
  expect(comparisons).toHaveLength(10);
  const page = String(await renderDifferences(await sampleContext({ comparisons })));
  expect([...page.matchAll(/<figcaption>([^<]*)</gu)].map(([, title]) => title)).toEqual([
    'Forskel i samlet F1',
    'Forskel i samlet F1 (fortsat)',
  ]);
});

test('a single model has nothing to be compared with', async () => {
  expect(textOfMarkup(await renderDifferences(await sampleContext({ comparisons: [] }, 'en')))).toBe(
    'There is only one model, so there is nothing to compare.',
  );
});
