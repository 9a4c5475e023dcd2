import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { renderFiguresCsv } from '../../../reports/comparison/render-figures-csv.ts';
import { renderFindingsCsv } from '../../../reports/comparison/render-findings-csv.ts';
import { sampleResult, streamOf, textOf } from '../../support/sample-result.ts';

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { delimiter: ';', bom: true, columns: true });
}

test('the figures: a row a model, measure and slice, with interval, n and the key', async () => {
  const { result } = await sampleResult();
  const text = renderFiguresCsv(result);
  const rows = rowsOf(text);
  const whole = rows.filter((row) => row.slice_kind === '' && row.policy === 'standard');
  const f1 = whole.find((row) => row.model === 'nordlys-2' && row.measure === 'defectF1');
  const { defects } = result.models.find(({ model }) => model.id === 'nordlys-2')!;
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(Number(f1?.value?.replace(',', '.'))).toBeCloseTo(defects.f1.value!, 6);
  expect(f1).toMatchObject({
    level: '0,95',
    cases: String(defects.f1.cases),
    comparability_key: result.comparabilityKey,
  });
  expect(whole.find((row) => row.model === 'tavs' && row.measure === 'defectPrecision')).toMatchObject({
    value: '',
    low: '',
    reason: 'undefined',
  });
  expect(new Set(rows.map((row) => row.slice_kind))).toEqual(
    new Set(['', 'group', 'caseType', 'municipality', 'documentType', 'severity']),
  );
});

test('the findings: every finding and every missed defect once, and every answer at least once', async () => {
  const { materials, result } = await sampleResult();
  const rows = rowsOf(await textOf(renderFindingsCsv(streamOf(materials))));
  const of = (model: string, verdict: string) =>
    rows.filter((row) => row.model === model && row.verdict === verdict).length;
  for (const { model, defects } of result.models) {
    expect([of(model.id, 'truePositive'), of(model.id, 'falsePositive'), of(model.id, 'missed')]).toEqual([
      defects.truePositives,
      defects.falsePositives,
      defects.falseNegatives,
    ]);
  }
  expect(new Set(rows.map((row) => `${row.case} ${row.model}`)).size).toBe(
    materials.length * result.models.length,
  );
});

test('no cell of the findings is a formula', async () => {
  const { materials } = await sampleResult();
  const rows: string[][] = parse(await textOf(renderFindingsCsv(streamOf(materials))), {
    delimiter: ';',
    bom: true,
  });
  expect(rows.flat().filter((cell) => /^[\s\uFEFF]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
});
