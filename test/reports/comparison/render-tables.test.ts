import { expect, test } from 'vitest';
import { renderFalseAlarms } from '../../../reports/comparison/render-code-tables.ts';
import { renderCommonErrors } from '../../../reports/comparison/render-common-errors.ts';
import { renderPolicies } from '../../../reports/comparison/render-policies.ts';
import { renderReport } from '../../../reports/comparison/render-report.ts';
import { placeText, renderSideBySide } from '../../../reports/comparison/render-side-by-side.ts';
import { renderSlices } from '../../../reports/comparison/render-slices.ts';
import { sampleContext, textOfMarkup } from '../../support/sample-context.ts';
import { sampleReportFiles } from '../../support/sample-report.ts';
import { sampleReportInput, textOf } from '../../support/sample-result.ts';

test('the models stand in the order of their places on the whole page, also in the cases', async () => {
  const input = await sampleReportInput('da');
  const order = input.result.ranks.map(({ id }) => id);
  const page = await textOf(renderReport(input));
  const sections = [...page.matchAll(/<section id="model\/([^"]+)"/gu)].map(([, id]) => id);
  const first = (await sampleReportFiles('da')).get('sager/sag-sag-001.html')!;
  const answers = [...first.matchAll(/<article class="answer-of" id="svar\/sag-001\/([^"]+)"/gu)].map(
    ([, id]) => id,
  );
  expect(order).not.toEqual(input.result.models.map(({ model }) => model.id));
  expect([sections, answers]).toEqual([order, order]);
});

test('an order that turns with the policy is said to turn', async () => {
  const { result } = await sampleContext();
  const [first, second] = result.models.filter(({ model }) => model.kind !== 'baseline');
  const turned = {
    ...first!,
    policies: {
      ...first!.policies,
      strict: { ...first!.policies.strict, f1: { ...first!.policies.strict.f1, value: 0.01 } },
    },
  };
  const said = async (models: typeof result.models) =>
    textOfMarkup(renderPolicies(await sampleContext({ models })));
  expect(await said([first!, second!])).toContain('Rækkefølgen efter F1 er den samme på alle tre måder.');
  expect(await said([turned, second!])).toContain(
    'Rækkefølgen efter F1 skifter med måden. Køb ikke på rækkefølgen alene.',
  );
});

test('places are said with their interval; a model without a figure is placed nowhere', async () => {
  const context = await sampleContext({
    ranks: [
      { id: 'a', rank: 1, low: 1, high: 2 },
      { id: 'b', rank: 3, low: 3, high: 3 },
      { id: 'c', rank: null, low: null, high: null },
    ],
  });
  expect(['a', 'b', 'c', 'd'].map((id) => placeText(context, id))).toEqual([
    'nr. 1–2',
    'nr. 3',
    'ikke placeret',
    'ikke placeret',
  ]);
});

test('many models are split evenly over several tables, none wider than a page', async () => {
  const { result } = await sampleContext();
  const models = Array.from({ length: 8 }, (_, place) => {
    const model = result.models[place % 5]!;
    return { ...model, model: { ...model.model, id: `m${place}` } };
  });
  const page = String(renderSlices(await sampleContext({ models }), 'group'));
  const heads = [...page.matchAll(/<thead.*?<\/thead>/gsu)].map(
    ([head]) => head.match(/scope="col"/gu)?.length,
  );
  expect(heads).toEqual([5, 5]);
});

test('the policy of the headline is the one that is called so', async () => {
  const { result } = await sampleContext();
  const strict = { comparability: { ...result.comparability, policy: 'strict' as const } };
  expect(textOfMarkup(renderPolicies(await sampleContext(strict)))).toContain('Streng (hovedtal)');
});

test.each([
  [
    'da',
    '38 sager mere',
    '24 sager mere er ikke nævnt her; alle står i findings.csv.',
    'flere sager',
    'Kun de første sager er nævnt',
  ],
  [
    'en',
    '38 more cases',
    '24 more cases are not named here; all stand in findings.csv.',
    'more cases',
    'Only the first cases are named',
  ],
] as const)(
  'the cases behind a count are all counted, though the first alone are named (%s)',
  async (language, more, unnamed, some, first) => {
    const { result } = await sampleContext();
    const model = result.models.find(({ model: { kind } }) => kind !== 'baseline')!;
    const caseIds = Array.from({ length: 20 }, (_, at) => `sag-${at + 100}`);
    const named = { ...model, misses: [], falseAlarms: [{ code: null, findings: 44, cases: 44, caseIds }] };
    const context = await sampleContext({ models: [named] }, language);
    const own = textOfMarkup(renderFalseAlarms(context, named));
    const all = textOfMarkup(renderCommonErrors(context));
    expect([own.includes(` ${more} `), own.includes(unnamed)]).toEqual([true, true]);
    expect([all.includes(` ${some} `), all.includes(first), all.includes(more)]).toEqual([true, true, false]);
    const few = {
      ...named,
      falseAlarms: [{ code: null, findings: 9, cases: 7, caseIds: caseIds.slice(0, 7) }],
    };
    const short = textOfMarkup(renderFalseAlarms(context, few));
    expect([
      short.includes(language === 'da' ? ' 1 sag mere ' : ' 1 more case '),
      short.includes('findings.csv'),
    ]).toEqual([true, false]);
  },
);

test('each built-in baseline on the board is explained in a line', async () => {
  const { result } = await sampleContext();
  const baseline = result.models.find(({ model: { kind } }) => kind === 'baseline')!;
  const models = ['checklist', 'nearest-case', 'silent', 'en-ukendt'].map((id) => ({
    ...baseline,
    model: { ...baseline.model, id },
  }));
  const text = textOfMarkup(await renderSideBySide(await sampleContext({ models })));
  const [, lines] = text.split('Basismodellerne, som de andre kan holdes op mod: ');
  expect(lines).toMatch(
    /^checklist : gennemgår .* uden sprogmodel\. nearest-case : melder .* silent : finder aldrig noget og kalder hver sag komplet\. Placeringen/u,
  );
});
