import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { renderFiguresCsv } from '../../../reports/comparison/render-figures-csv.ts';
import { renderFindingsCsv } from '../../../reports/comparison/render-findings-csv.ts';
import { municipalitiesOf } from '../../../reports/municipalities.ts';
import { sampleOperation, withFurtherFigures } from '../../support/further-figures.ts';
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
});

const kinds = ['group', 'caseType', 'municipality', 'documentType', 'severity', 'citationLevel', 'validity'];
const furtherKinds = ['confidenceBin', 'consensus', 'annotator', 'annotators', 'percentile', 'transform'];

test('every slice has its kind, and none is there twice', async () => {
  const { result } = await sampleResult();
  const rows = rowsOf(renderFiguresCsv(withFurtherFigures(result), sampleOperation));
  expect(new Set(rows.map((row) => row.slice_kind))).toEqual(
    new Set(['', ...kinds, 'code', 'error', 'against', ...furtherKinds]),
  );
  const keys = rows.map((row) => [row.model, row.measure, row.slice_kind, row.slice, row.policy].join(';'));
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  expect(rows.filter(({ value }) => !/^(?:-?\d+(?:,\d+)?)?$/u.test(value!))).toEqual([]);
});

test('planned = answered + abstained + invalid + timed out + failed, of every model', async () => {
  const { result } = await sampleResult();
  const rows = rowsOf(renderFiguresCsv(result));
  for (const { model, counts } of result.models) {
    const count = (measure: string) =>
      Number(rows.find((row) => row.model === model.id && row.measure === measure)?.value);
    const parts = ['answered', 'abstained', 'invalid', 'timedOut', 'failed'].map(count);
    expect(count('planned')).toBe(parts.reduce((sum, part) => sum + part));
    expect(count('planned')).toBe(counts.planned);
  }
});

test('time and cost stand for models that were really called alone: else the file stays the same', async () => {
  const { result } = await sampleResult();
  const rows = rowsOf(renderFiguresCsv(result, sampleOperation));
  const priced = rows
    .filter(({ measure }) => measure === 'costDkk')
    .map(({ model, value }) => [model, value]);
  expect(priced).toEqual([
    ['nordlys-2', '41,88'],
    ['egen-prompt', ''],
  ]);
  const models = result.models.filter(({ model }) => ['tavs', 'fast-liste', 'fjord:1'].includes(model.id));
  expect(renderFiguresCsv({ ...result, models }, sampleOperation)).toBe(
    renderFiguresCsv({ ...result, models }),
  );
});

test('people: rows without a model, and beside them the models on the same consensuses', async () => {
  const { result } = await sampleResult();
  const rows = rowsOf(renderFiguresCsv(withFurtherFigures(result)));
  const f1 = rows.filter(
    ({ measure, slice_kind }) => measure === 'defectF1' && /^(consensus|annotator)$/u.test(slice_kind!),
  );
  expect(f1.map(({ model, slice, value }) => [model, slice, value])).toEqual([
    ['tavs', 'model', '0,05'],
    ['fast-liste', 'model', '0,31'],
    ['nordlys-2', 'model', '0,709'],
    ['egen-prompt', 'model', '0,655'],
    ['fjord:1', 'model', '0,214'],
    ['', 'human', '0,741'],
    ['', 'sagsbehandler-1', '0,762'],
    ['', 'sagsbehandler-2', '0,748'],
    ['', 'sagsbehandler-3', '0,704'],
  ]);
  expect(
    rows.find(
      ({ measure, slice }) => measure === 'cohenKappa' && slice === 'sagsbehandler-1/sagsbehandler-2',
    ),
  ).toMatchObject({ value: '0,71', low: '0,42', high: '0,93', cases: '22' });
});

test('the findings: every finding and every missed defect once, and every answer at least once', async () => {
  const { materials, result } = await sampleResult();
  const rows = rowsOf(await textOf(renderFindingsCsv(streamOf(materials), municipalitiesOf(result))));
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
  const { materials, result } = await sampleResult();
  const rows: string[][] = parse(
    await textOf(renderFindingsCsv(streamOf(materials), municipalitiesOf(result))),
    {
      delimiter: ';',
      bom: true,
    },
  );
  expect(rows.flat().filter((cell) => /^[\s\uFEFF]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
});
