import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ModelResult } from '../../../evals/scores/model-result.ts';
import { renderChance, sayConstant } from '../../../reports/comparison/render-chance.ts';
import { saySeparation } from '../../../reports/comparison/render-separation.ts';
import { sayTwins } from '../../../reports/comparison/render-twins.ts';
import { judgeChance, sayChance } from '../../../reports/comparison/say-chance.ts';
import { figureText } from '../../../reports/render/render-figure.ts';
import type { ReportContext } from '../../../reports/report-context.ts';
import { chanceArbitrary, figureArbitrary } from '../../support/figure-arbitraries.ts';
import { bareFigure, figureOf } from '../../support/figures.ts';
import { fullContext, sampleContext, textOfMarkup } from '../../support/sample-context.ts';

let context: ReportContext;
let model: ModelResult;
beforeAll(async () => {
  context = await fullContext();
  model = modelOf(context, 'nordlys-2');
});

function modelOf({ result }: ReportContext, id: string): ModelResult {
  return result.models.find((each) => each.model.id === id)!;
}

function said(id: string): string {
  return sayChance(context, modelOf(context, id)).replaceAll('\u00A0', ' ');
}

test('in plain words, and no more than both the test and the interval carry', () => {
  expect(['nordlys-2', 'egen-prompt', 'fast-liste', 'fjord:1', 'tavs'].map(said)).toEqual([
    'Bytter man svarene om, når de F1 31,2 %. Modellens egne når 85,1 %. Det ligger klart over.',
    'Bytter man svarene om, når de F1 60,4 %. Modellens egne når 70,2 %. Testen taler for, at det ligger over, men forskellen kan være helt nede ved nul.',
    'Bytter man svarene om, når de F1 37,2 %. Modellens egne når 36,6 %. Det er ikke bedre.',
    'Bytter man svarene om, når de F1 24,1 %. Modellens egne når 25,4 %. Forskellen kan skyldes tilfældet.',
    'Bytter man svarene om, når de F1 0,0 %. Modellens egne når 0,0 %. Det er ikke bedre.',
  ]);
});

test('whatever the figures are, the words agree with them', () => {
  fc.assert(
    fc.property(chanceArbitrary, (chance) => {
      const words = sayChance(context, { ...model, chance });
      const verdict = judgeChance(chance);
      expect(words).not.toMatch(/NaN|undefined|null|Infinity/u);
      expect(verdict === null).toBe(
        [chance.f1, chance.shuffledF1, chance.excessF1].some(({ value }) => value === null),
      );
      if (verdict === null) return;
      expect(words).toContain(figureText(chance.f1, context));
      expect(words).toContain(figureText(chance.shuffledF1, context));
      if (verdict === 'above') expect(chance.excessF1.interval!.low).toBeGreaterThan(0);
      if (verdict.startsWith('above')) {
        expect(chance.excessF1.value).toBeGreaterThan(0);
        expect(chance.p).toBeLessThanOrEqual(0.05);
      }
      expect(words.includes('klart over')).toBe(verdict === 'above');
    }),
    { numRuns: 300 },
  );
});

test('too few cases of a type are said once, where no model could be measured', async () => {
  const none = bareFigure(null, 'tooFewAlike' as 'undefined');
  const models = context.result.models.map((each) => ({
    ...each,
    chance: { ...each.chance, f1: none, shuffledF1: none, adjustedF1: none, excessF1: none, p: null },
  }));
  const text = textOfMarkup(await renderChance({ ...context, result: { ...context.result, models } }));
  expect(
    text.split('Kan ikke måles: under halvdelen af sagerne har en anden sag af samme type.'),
  ).toHaveLength(2);
});

test('the fixed list is held against the models by the adjusted test alone', async () => {
  const { result } = context;
  const models = result.models.map((each) =>
    each.model.id === 'fast-liste' ? { ...each, model: { ...each.model, id: 'constant' } } : each,
  );
  const pair = result.comparisons.find(({ different }) => different)!;
  const comparisons = [
    { ...pair, a: 'constant', b: 'nordlys-2', difference: -0.5 },
    { ...pair, a: 'constant', b: 'egen-prompt', difference: -0.4, different: false },
  ];
  const words = sayConstant({ ...context, result: { ...result, models, comparisons } });
  expect(words[0]).toContain(
    'Påviseligt bedre end den: nordlys-2. Ikke påviseligt bedre end den: egen-prompt og fjord:1.',
  );
  expect(sayConstant(context)).toEqual([]);
});

test('twins: what was found and what was told apart, by count', () => {
  expect(
    ['nordlys-2', 'fast-liste', 'fjord:1', 'tavs'].map((id) => sayTwins(context, modelOf(context, id))),
  ).toEqual([
    'Fandt 8 af 9; for 2 af dem skiller svaret ikke sagen fra tvillingen.',
    'Fandt 4 af 9; for 4 af dem skiller svaret ikke sagen fra tvillingen.',
    'Fandt 3 af 9 og skilte dem alle fra tvillingen.',
    'Fandt ingen af de 9.',
  ]);
});

test('separation: only an interval on one side of a coin toss says which way', () => {
  const say = (figure: Parameters<typeof saySeparation>[1]) => saySeparation(context, figure);
  expect([
    say(figureOf(0.8, 0.6, 0.9, 30)),
    say(figureOf(0.6, 0.45, 0.7, 30)),
    say(figureOf(0.2, 0.1, 0.4, 30)),
    say(bareFigure(0.5, 'noVariation', 30)),
    say(bareFigure(1, 'tooFewCases', 4)),
    say(bareFigure(null, 'undefined')),
  ]).toEqual([
    'Mangelfulde sager får oftere flest fund.',
    'Kan ikke skelnes fra plat eller krone.',
    'Komplette sager får oftere flest fund.',
    'Gør ingen forskel på dem.',
    'Usikkerheden kan ikke beregnes.',
    'Kan ikke måles: det kræver både komplette og mangelfulde sager.',
  ]);
  fc.assert(
    fc.property(figureArbitrary(), (figure) => {
      if (say(figure) === 'Mangelfulde sager får oftere flest fund.') {
        expect(figure.interval!.low).toBeGreaterThan(0.5);
      }
    }),
    { numRuns: 100 },
  );
});

test('without twins that is one sentence', async () => {
  const { result } = await sampleContext();
  const models = context.result.models.map((each) => ({
    ...each,
    twins: { ...result.models[0]!.twins, pairs: 0, unusable: 0 },
  }));
  const text = textOfMarkup(await renderChance({ ...context, result: { ...context.result, models } }));
  expect(text).toContain('Tvillinger Ingen sager har en tvilling, der kan bruges.');
});
