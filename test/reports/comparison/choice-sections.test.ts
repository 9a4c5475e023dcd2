import { describe, expect, test } from 'vitest';
import type { ModelResult } from '../../../evals/scores/model-result.ts';
import { costPerTrueDefect } from '../../../evals/scores/reading-burden.ts';
import { casesToDetect } from '../../../evals/statistics/cases-needed.ts';
import { renderBurden } from '../../../reports/comparison/render-burden.ts';
import { sayQuestion, sayTested } from '../../../reports/comparison/render-front.ts';
import { renderLimits, undecidedPairs, widestFigures } from '../../../reports/comparison/render-limits.ts';
import { mixOrders, renderMix } from '../../../reports/comparison/render-mix.ts';
import { findStrengths, leaningOf, renderStrengths } from '../../../reports/comparison/render-strengths.ts';
import { figureOf } from '../../support/figures.ts';
import { fullContext, sampleContext, textOfMarkup } from '../../support/sample-context.ts';

async function models(): Promise<ModelResult[]> {
  return (await sampleContext()).result.models;
}

describe('the question', () => {
  test('is asked of the models that one may buy, and says what was tested', async () => {
    const context = await sampleContext();
    expect(sayQuestion(context)).toContain('Hvilken af de 3 modeller');
    expect(sayTested(context)).toBe('Afprøvet: 5 modeller på 30 sager fra proeve-da 1.0.0 (øvedel).');
    const [first] = context.result.models;
    expect(sayQuestion(await sampleContext({ models: [first!] }, 'en'))).toContain(
      `does ${first!.model.id} find`,
    );
  });
});

describe('strong and weak sides', () => {
  const slice = (id: string, value: number, low: number, high: number) => {
    const f1 = figureOf(value, low, high, 30);
    return { id, precision: f1, recall: f1, f1, truePositives: 1, falsePositives: 0, falseNegatives: 0 };
  };

  test('are those whose interval leaves the model’s own level out', async () => {
    const [model] = await models();
    const found = findStrengths({
      ...model!,
      defects: { ...model!.defects, f1: figureOf(0.5, 0.4, 0.6, 30), macroF1: figureOf(0.4, 0.3, 0.5, 30) },
      slices: {
        ...model!.slices,
        group: [slice('a', 0.45, 0.3, 0.6), slice('b', 0.6, 0.45, 0.8), slice('none', 0, 0, 0.1)],
        caseType: [slice('c', 0.2, 0.1, 0.45), slice('d', 0.3, 0.1, 0.55), slice('e', 0.1, 0, 0.2)],
      },
    });
    expect(found.strong.map((cell) => cell.slice.id)).toEqual(['b']);
    expect(found.weak.map((cell) => cell.slice.id)).toEqual(['e', 'c']);
    expect(found.looked).toBe(5);
  });

  test('name what goes at the cost of what only where the intervals lie apart', async () => {
    const [model] = await models();
    const leaning = (precision: [number, number, number], recall: [number, number, number]) =>
      leaningOf({
        ...model!,
        defects: {
          ...model!.defects,
          precision: figureOf(...precision, 30),
          recall: figureOf(...recall, 30),
        },
      });
    expect(leaning([0.8, 0.7, 0.9], [0.5, 0.4, 0.6])).toBe('careful');
    expect(leaning([0.5, 0.4, 0.6], [0.8, 0.7, 0.9])).toBe('eager');
    expect(leaning([0.6, 0.4, 0.8], [0.7, 0.5, 0.9])).toBe('even');
  });

  test('say how many cells chance alone would name', async () => {
    const context = await sampleContext();
    const looked = context.result.models
      .filter(({ model }) => model.kind !== 'baseline')
      .reduce((sum, model) => sum + findStrengths(model).looked, 0);
    const page = textOfMarkup(renderStrengths(context));
    expect(page).toContain(`Der er set på ${looked} felter.`);
    expect(page).toContain(`omkring ${Math.round(looked * 0.05)} af dem`);
  });
});

describe('the burden', () => {
  test('of a model that was not called has no price, and says so', async () => {
    const page = textOfMarkup(await renderBurden(await sampleContext()));
    expect(page).toContain('så der er ingen pris pr. mangel');
    expect(page).not.toContain('Pris pr. rigtig mangel');
  });

  test('shows the cost of a true defect with the uncertainty of how many were found', async () => {
    const context = await fullContext();
    const page = textOfMarkup(await renderBurden(context));
    const priced = context.operation!.models.find(
      ({ costPerTrueDefectDkk }) => costPerTrueDefectDkk !== null,
    )!;
    const { defects } = context.result.models.find(({ model }) => model.id === priced.id)!;
    const { interval } = costPerTrueDefect(priced.costPerTrueDefectDkk, defects.recall);
    const dkk = (amount: number) => `${amount.toFixed(amount < 0.1 ? 4 : 2).replace('.', ',')} kr.`;
    expect(interval!.low).toBeLessThan(priced.costPerTrueDefectDkk!);
    expect(interval!.high).toBeGreaterThan(priced.costPerTrueDefectDkk!);
    expect(page).toContain(dkk(priced.costPerTrueDefectDkk!));
    expect(page).toContain(`${dkk(interval!.low)} – ${dkk(interval!.high)}`);
  });
});

describe('the mix of cases', () => {
  test('that turns the order is said, with the types that turn it', async () => {
    const [first, second] = await models();
    const mixed = (
      model: ModelResult,
      f1: number,
      equal: number,
      without: [number, number],
    ): ModelResult => ({
      ...model,
      defects: { ...model.defects, f1: figureOf(f1, f1 - 0.1, f1 + 0.1, 30) },
      caseMix: {
        weighed: ['carport', 'tilbygning'],
        equalF1: figureOf(equal, equal - 0.1, equal + 0.1, 30),
        without: (['carport', 'tilbygning'] as const).map((id, at) => ({
          id,
          f1: figureOf(without[at]!, without[at]! - 0.1, without[at]! + 0.1, 30),
        })),
      },
    });
    const turned = await sampleContext({
      models: [mixed(first!, 0.7, 0.6, [0.8, 0.3]), mixed(second!, 0.5, 0.5, [0.4, 0.5])],
    });
    const [a, b] = turned.result.models.map(({ model }) => model.id);
    expect(mixOrders(turned)).toEqual({
      measured: `${a} › ${b}`,
      turned: [{ name: expect.stringMatching(/^Uden Tilbygning$/u), order: `${b} › ${a}` }],
    });
    expect(textOfMarkup(renderMix(turned))).toContain(
      'Rækkefølgen efter F1 skifter med blandingen af sager.',
    );
    const stable = await sampleContext({
      models: [mixed(first!, 0.7, 0.6, [0.8, 0.6]), mixed(second!, 0.5, 0.5, [0.4, 0.5])],
    });
    const page = textOfMarkup(renderMix(stable));
    expect(page).toContain('er den samme, hvordan sagstyperne end vejes');
    expect(page).toContain('uden Tilbygning');
  });

  test('of fewer than two types with five cases cannot be weighed', async () => {
    const [first] = await models();
    const one = { ...first!, caseMix: { ...first!.caseMix, weighed: ['carport'] } };
    expect(textOfMarkup(renderMix(await sampleContext({ models: [one] })))).toBe(
      'Der er ikke to sagstyper med mindst 5 sager, så de kan ikke vejes mod hinanden.',
    );
  });
});

describe('the limits', () => {
  test('name every pair that no test tells apart, with the cases it takes', async () => {
    const context = await sampleContext();
    const pairs = undecidedPairs(context);
    expect(pairs.length).toBe(context.result.comparisons.filter(({ different }) => !different).length);
    expect(pairs.length).toBeGreaterThan(0);
    const page = textOfMarkup(renderLimits(context));
    for (const pair of pairs) {
      expect(page).toContain(`${pair.a} mod ${pair.b}`);
      const needed = casesToDetect(pair, 0.05);
      if (needed !== null && needed < 1000) expect(page).toContain(` ${needed}`);
    }
  });

  test('name the widest interval of each main figure, and nothing where all are narrow', async () => {
    const context = await sampleContext();
    const wide = widestFigures(context);
    expect(wide.map(({ measure }) => measure)).toContain('cleanFalseAlarmRate');
    const narrow = (model: ModelResult): ModelResult => {
      const figure = figureOf(0.5, 0.46, 0.54, 30);
      return {
        ...model,
        defects: { ...model.defects, precision: figure, recall: figure, criticalRecall: figure },
        completeCases: { ...model.completeCases, falseAlarmRate: figure },
      };
    };
    const changed = await sampleContext({ models: context.result.models.map(narrow) });
    expect(widestFigures(changed)).toEqual([]);
    expect(textOfMarkup(renderLimits(changed))).toContain('Ingen af hovedtallene har et interval');
  });

  test('say what no figure shows: made-up cases, these versions, no people', async () => {
    const context = await sampleContext();
    const page = textOfMarkup(renderLimits(context));
    expect(page).toContain('Sagerne er konstruerede.');
    expect(page).toContain('Ingen sagsbehandlere har vurderet de samme sager hver for sig');
    const real = await sampleContext({ dataset: { ...context.result.dataset, synthetic: false } });
    expect(textOfMarkup(renderLimits(real))).not.toContain('konstruerede');
  });
});
