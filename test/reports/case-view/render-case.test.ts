import { beforeAll, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { builtInTaxonomy } from '../../../datasets/taxonomy/built-in-taxonomy.ts';
import { scoreCase } from '../../../evals/scores/score-case.ts';
import { type Screening, ScreeningSchema } from '../../../evals/screening/screening.ts';
import type { CaseMaterial } from '../../../reports/case-view/case-material.ts';
import { pairFindings } from '../../../reports/case-view/pair-findings.ts';
import { renderCasePages } from '../../../reports/case-view/render-case-page.ts';
import { municipalitiesOf } from '../../../reports/municipalities.ts';
import type { ReportContext } from '../../../reports/report-context.ts';
import { wordingOf } from '../../../reports/wording/wording-of.ts';
import { type Sample, sampleResult } from '../../support/sample-result.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await sampleResult();
});

/** A case of the sample with its first two defects, answered by one model with these findings. */
function answered(findings: object[], change: Partial<Screening> = {}): CaseMaterial {
  const { case: shown, label } = sample.materials[9]!;
  const small = { ...label, defects: label.defects.slice(0, 2) };
  const model = { id: 'm', version: '1' };
  const screening = ScreeningSchema.parse({
    model,
    caseId: shown.caseId,
    status: 'answered',
    findings,
    ...change,
  });
  const context = { taxonomy: builtInTaxonomy(), catalogue: builtInCatalogue(), policy: 'standard' as const };
  const score = scoreCase(shown, small, [screening], context);
  return { case: shown, label: small, answers: [{ modelId: 'm', screening, score }] };
}

function rendered(material: CaseMaterial, language: 'da' | 'en' = 'da'): string {
  const context: ReportContext = {
    result: sample.result,
    language,
    words: wordingOf(language),
    taxonomy: builtInTaxonomy(),
    catalogue: builtInCatalogue(),
    municipalities: municipalitiesOf(sample.result),
  };
  const [page] = renderCasePages(context, material, { place: 1, total: 1 });
  return page!.body.replaceAll('\u00A0', ' ');
}

test('two findings with one id are told apart, true ones come first', () => {
  const [first] = answered([]).label.defects;
  const material = answered([
    { findingId: 'f', code: 'vejbyggelinje', text: 'falsk' },
    { findingId: 'f', code: first!.code, text: 'rigtig' },
  ]);
  expect(
    pairFindings(material.answers[0]!).map(({ anchorId, finding, score }) => [
      anchorId,
      finding.text,
      score?.verdict,
    ]),
  ).toEqual([
    ['fund/sag-010/m/f/2', 'rigtig', 'truePositive'],
    ['fund/sag-010/m/f', 'falsk', 'falsePositive'],
  ]);
});

test('a hit and its defect lead to each other; the other defect is missed', () => {
  const material = answered([]);
  const [found, missed] = material.label.defects;
  const page = rendered(answered([{ findingId: 'f1', code: found!.code, text: 'rigtig' }]));
  expect(page).toContain(`✓ Fundet. <a href="#mangel/sag-010/${found!.defectId}">`);
  expect(page).toContain('✓ Fundet af: <a href="#fund/sag-010/m/f1">m</a>');
  expect(page).toContain(
    `<p class="verdict">✗ Overset:</p>\n<ul class="refs"><li><a href="#mangel/sag-010/${missed!.defectId}">`,
  );
  expect(page).toContain('<li><a href="#svar/sag-010/m">m</a> 1 af 2 fundet, 0 falske</li>');
});

test('a citation that does not exist says so, with the hint in the language of the report', () => {
  const material = answered([
    { findingId: 'f1', code: 'vejbyggelinje', text: 'x', citations: ['BR18 § 82, stk. 1, nr. 2'] },
  ]);
  const [hint] = material.answers[0]!.score.repeats[0]!.findings[0]!.citations.map(
    (citation) => citation.hint,
  );
  expect(rendered(material)).toContain(
    'BR18 § 82, stk. 1, nr. 2</span> <span class="tag bad">findes ikke</span>',
  );
  expect(rendered(material)).toContain(hint!.da);
  expect(rendered(material, 'en')).toContain(hint!.en);
});

test('an answer that failed says what went wrong in the language of the report, and quotes the message', () => {
  const page = rendered(
    answered([], { status: 'failed', error: { kind: 'refused', message: '<b>nej</b>' } }),
  );
  expect(page).toContain(
    '<strong>Årsag</strong>: modellen afslog, eller et filter holdt svaret tilbage. <small>Programmets egne ord: <q class="quote">&lt;b&gt;nej&lt;/b&gt;</q></small>',
  );
  const failed = (kind: string, language: 'da' | 'en' = 'da') =>
    rendered(answered([], { status: 'failed', error: { kind, message: '' } }), language);
  expect(failed('http-418', 'en')).toContain('<strong>Cause</strong>: the service answered HTTP 418.</p>');
  expect(failed('<ny>')).toContain('<strong>Årsag</strong>: <code>&lt;ny&gt;</code>.</p>');
  expect(page).toContain('>m</a> fejlede</li>');
});

test('a complete case says that there is nothing to find', () => {
  const complete = sample.materials.find(({ label }) => label.defects.length === 0)!;
  const page = rendered(complete);
  expect(page).toContain('Sagen er komplet: der er ingen mangler at finde.');
  expect(page).toContain('>tavs</a> ingen falske fund</li>');
});

test('a quote is marked where it stands, and the finding leads there', () => {
  const { case: shown } = answered([]);
  const document = shown.documents.find(({ pages }) => pages.some(({ text }) => text.split(' ').length > 8))!;
  const page = document.pages.find(({ text }) => text.split(' ').length > 8)!;
  const words = page.text.split(/\s+/u).filter((word) => /^[\p{L}\d.,]+$/u.test(word));
  const quote = page.text.match(/[\p{L}]+ [\p{L}]+ [\p{L}]+/u)![0];
  expect(words.length).toBeGreaterThan(3);
  const evidence = [{ documentId: document.documentId, page: page.page, quote }];
  const body = rendered(answered([{ findingId: 'f1', code: 'vejbyggelinje', text: 'x', evidence }]));
  expect(body).toContain('<a href="#fund/sag-010/m/f1/sted/1">');
  expect(body).toMatch(
    /<a class="at" id="fund\/sag-010\/m\/f1\/sted\/1" tabindex="-1"><\/a><mark class="[a-z]+" title="[^"]*m: [^"]*">/u,
  );
});

test('a page or field that is pointed to as a whole says by whom', () => {
  const { case: shown } = answered([]);
  const [document] = shown.documents;
  const [field] = Object.keys(shown.fields);
  const evidence = [
    { documentId: document!.documentId, page: document!.pages[0]!.page },
    { field: field! },
    { documentId: 'findes-ikke', page: 1 },
  ];
  const body = rendered(answered([{ findingId: 'f1', code: 'vejbyggelinje', text: 'x', evidence }]));
  expect(body.match(/<a class="pointer model" href="#fund\/sag-010\/m\/f1">/gu)).toHaveLength(2);
  expect(body).toContain(`href="#felt/sag-010/${field!}"`);
  expect(body).toContain('<span class="quote">findes-ikke</span> (bilag, som sagen ikke har)');
});
