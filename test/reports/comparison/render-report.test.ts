import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ResultSchema } from '../../../evals/artifacts.ts';
import { renderReport } from '../../../reports/comparison/render-report.ts';
import { curveArbitrary, furtherArbitrary } from '../../support/figure-arbitraries.ts';
import { fullReportInput } from '../../support/full-report-input.ts';
import { sampleReportInput, sampleResult, textOf } from '../../support/sample-result.ts';

const languages = ['da', 'en'] as const;

async function reportIn(language: 'da' | 'en'): Promise<string> {
  return textOf(renderReport(await fullReportInput(language)));
}

test.each(languages)('the sections stand in the order of the contents (%s)', async (language) => {
  const text = await reportIn(language);
  const order = [
    'answer',
    'measured',
    'models',
    'differences',
    'strengths',
    'burden',
    'people',
    'chance',
    'discretion',
    'robustness',
    'operation',
    'groups',
    'caseTypes',
    'policies',
    'mix',
    'limits',
    'errors',
    'each',
    'glossary',
    'method',
    'recipients',
    'versions',
    'cases',
  ].map((id) => `del-${id}`);
  const nav = text.slice(text.indexOf('<nav'), text.indexOf('</nav>'));
  const sections = [...text.matchAll(/<section id="(del-[^"]+)"/gu)].map(([, id]) => id);
  const links = [...nav.matchAll(/href="#(del-[^"]+)"/gu)].map(([, id]) => id);
  expect([sections, links]).toEqual([order, order.slice(1)]);
});

test('time and cost of built-in and replayed models change no byte', async () => {
  const { operation, ...input } = await fullReportInput('da');
  const models = operation!.models.filter(({ id }) => id === 'tavs' || id === 'fjord:1');
  expect(models).toHaveLength(2);
  expect(await textOf(renderReport({ ...input, operation: { ...operation!, models } }))).toBe(
    await textOf(renderReport(input)),
  );
});

test.each(languages)('whatever the further figures are, they are put into words (%s)', async (language) => {
  const input = await sampleReportInput(language);
  const models = input.result.models.slice(2, 4);
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(furtherArbitrary, furtherArbitrary),
      curveArbitrary,
      async (further, precisionRecall) => {
        const changed = models.map((model, at) => ({
          ...model,
          ...further[at]!,
          defects: { ...model.defects, precisionRecall },
        }));
        const result = { ...input.result, models: changed };
        const text = await textOf(renderReport({ ...input, result }));
        expect(text).not.toMatch(language === 'da' ? /NaN|undefined|null|Infinity/u : /NaN|null|Infinity/u);
      },
    ),
    { numRuns: 12 },
  );
});

test('the sample is a valid result', async () => {
  const { result } = await sampleResult();
  expect(ResultSchema.safeParse(result).error).toBeUndefined();
});

test.each(languages)('rendering twice gives the same bytes (%s)', async (language) => {
  expect(await reportIn(language)).toBe(await reportIn(language));
});

test('another process gives the same bytes', async () => {
  const script = `
    import { createHash } from 'node:crypto';
    import { renderReport } from './reports/comparison/render-report.ts';
    import { fullReportInput } from './test/support/full-report-input.ts';
    import { textOf } from './test/support/sample-result.ts';
    const text = await textOf(renderReport(await fullReportInput('da')));
    process.stdout.write(createHash('sha256').update(text).digest('hex'));`;
  const there = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  expect(there).toBe(
    createHash('sha256')
      .update(await reportIn('da'))
      .digest('hex'),
  );
});

test.each(languages)('no vendor text becomes markup, no request leaves the page (%s)', async (language) => {
  const text = await reportIn(language);
  const tags = [...text.matchAll(/<([a-z][a-z0-9]*)\b[^>]*>/giu)];
  const names = new Set(tags.map(([, name]) => name!.toLowerCase()));
  expect(
    ['script', 'img', 'iframe', 'object', 'embed', 'link', 'base', 'form', 'input'].filter((name) =>
      names.has(name),
    ),
  ).toEqual([]);
  expect(
    tags
      .map(([tag]) => tag)
      .filter((tag) => /\s(on\w+|src|srcset|action|formaction)\s*=/iu.test(tag.replace(/"[^"]*"/gu, '""'))),
  ).toEqual([]);
  expect(text.match(/<style>/gu)?.length).toBe(1);
  expect(text).not.toMatch(/url\(|@import|xlink:href/u);
  expect(text).toContain(
    'Content-Security-Policy" content="default-src &#39;none&#39;'.replaceAll('&#39;', "'"),
  );
});

test('control characters and direction marks never reach the page', async () => {
  expect(await reportIn('da')).not.toMatch(/(?!\n|\t)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
});

test('planned is shown as the sum of what became of it', async () => {
  const text = await reportIn('da');
  expect(text).toContain('30 planlagt = 21 besvaret + 0 afstod + 3 ugyldige + 3 for sent + 3 fejlede');
});

test('an undefined figure says so and why; fewer than five cases have no interval and say why', async () => {
  const text = await reportIn('da');
  expect(text).toContain('ikke defineret');
  expect(text).toContain('modellen gav ingen fund, så der er intet at regne på');
  expect(text).toContain('intet interval: færre end 5 sager');
});

test.each([
  ['da', 'Sagerne er konstruerede.', 'erstatter den aldrig'],
  ['en', 'The cases are constructed.', 'never replaces it'],
] as const)(
  'what the cases are and what AI is for is said before any figure (%s)',
  async (language, notice, support) => {
    const text = await reportIn(language);
    expect(text.indexOf(notice)).toBeGreaterThan(0);
    expect(text.indexOf(notice)).toBeLessThan(text.indexOf('del-answer-h'));
    expect(text.indexOf(support)).toBeLessThan(text.indexOf('<nav'));
  },
);

test('a report without models and cases is still a report', async () => {
  const input = await sampleReportInput('da');
  const result = { ...input.result, models: [], comparisons: [], ranks: [] };
  const text = await textOf(renderReport({ ...input, result }));
  expect(text).toContain('Målingen indeholder ingen modeller.');
});
