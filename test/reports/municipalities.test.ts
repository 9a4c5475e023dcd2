import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import { renderCaseView } from '../../reports/case-view/render-case-view.ts';
import { renderFiguresCsv } from '../../reports/comparison/render-figures-csv.ts';
import { renderFindingsCsv } from '../../reports/comparison/render-findings-csv.ts';
import { type ReportInput, renderReport, reportContextOf } from '../../reports/comparison/render-report.ts';
import { municipalitiesOf, withoutSmallMunicipalities } from '../../reports/municipalities.ts';
import { renderSummary } from '../../reports/summary/render-summary.ts';
import { buildWorkbook } from '../../reports/workbook/build-workbook.ts';
import { fullReportInput } from '../support/full-report-input.ts';
import { type Sample, sampleResult, streamOf, textOf } from '../support/sample-result.ts';

let sample: Sample;
let input: ReportInput;
beforeAll(async () => {
  sample = await sampleResult();
  input = await fullReportInput('da');
});

/** Municipalities with so many cases, the same for every model. */
function inMunicipalities(cases: Record<string, number>): ReportInput {
  const models = input.result.models.map((model): ModelResult => {
    const [slice] = model.slices.municipality;
    const municipality = Object.entries(cases).map(([id, each]) => ({
      ...slice!,
      id,
      f1: { ...slice!.f1, cases: each },
    }));
    return { ...model, slices: { ...model.slices, municipality } };
  });
  return { ...input, result: { ...input.result, models } };
}

/** The sample's cases, of these municipalities in turn. */
const materialsIn = (names: readonly string[]) =>
  streamOf(
    sample.materials.map((material, at) => ({
      ...material,
      case: { ...material.case, municipality: names[at % names.length]! },
    })),
  );

/** Everything that lies in a report's folder, as text, by name. */
async function filesOf(report: ReportInput, names: readonly string[]): Promise<Map<string, string>> {
  const context = reportContextOf(report);
  const cases = () => materialsIn(names);
  const pages = await Array.fromAsync(renderCaseView(context, cases()));
  return new Map([
    ['report', await textOf(renderReport(report))],
    ['summary', renderSummary(context)],
    ['workbook', JSON.stringify(await buildWorkbook(context, cases()))],
    ['figures.csv', renderFiguresCsv(report.result)],
    ['findings.csv', await textOf(renderFindingsCsv(cases(), municipalitiesOf(report.result)))],
    ...pages.map(({ name, body }) => [name, body] as const),
  ]);
}

describe('municipalities with few cases', () => {
  it('stand in no file of a report, nor the one that would give them away', async () => {
    const cases = { Storkøbing: 12, Mellemrup: 9, Vestrup: 7, Lilleby: 4 };
    const files = await filesOf(inMunicipalities(cases), Object.keys(cases));
    for (const [name, text] of files) {
      expect([name, text.includes('Lilleby'), text.includes('Vestrup')]).toEqual([name, false, false]);
    }
    const naming = [...files].filter(([, text]) => text.includes('Storkøbing')).map(([name]) => name);
    expect(naming).toEqual(
      expect.arrayContaining(['report', 'workbook', 'figures.csv', 'findings.csv', 'index.html']),
    );
    expect(files.get('report')).toContain('Skjulte kommuner: 2.');
    expect(files.get('sag-sag-004.html')).toContain('kommune med færre end 5 sager');
  });

  it('where none is small, nothing is held back and nothing said', async () => {
    const cases = { Storkøbing: 12, Mellemrup: 5 };
    const files = await filesOf(inMunicipalities(cases), Object.keys(cases));
    expect(files.get('report')).toContain('Mellemrup');
    expect([...files.values()].some((text) => /Skjulte kommuner|færre end 5 sager vises/u.test(text))).toBe(
      false,
    );
  });

  it('cannot be computed from a total and what figures.csv shows', () => {
    const sizes = fc.array(fc.nat(9), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(sizes, (cases) => {
        const all = Object.fromEntries(cases.map((each, at) => [`kommune-${at}`, each]));
        const rows = parse(renderFiguresCsv(inMunicipalities(all).result), {
          bom: true,
          columns: true,
          delimiter: ';',
        }) as Record<string, string>[];
        const shown = new Set(
          rows.filter((row) => row.slice_kind === 'municipality').map(({ slice }) => slice),
        );
        // Those without a case too: nobody is told which of the hidden ones they are.
        const hidden = Object.entries(all).filter(([id]) => !shown.has(id));
        expect([...shown].every((id) => all[id!]! >= 5)).toBe(true);
        expect(hidden.length).not.toBe(shown.size > 0 ? 1 : -1);
        const left = hidden.reduce((sum, [, each]) => sum + each, 0);
        expect(shown.size === 0 || hidden.length === 0 || left >= 5).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('have as many cases as any model is judged on there', () => {
    const { result } = inMunicipalities({ Storkøbing: 6, Mellemrup: 8 });
    const [first, ...others] = result.models;
    const few = first!.slices.municipality.map((slice) => ({ ...slice, f1: { ...slice.f1, cases: 1 } }));
    const models = [{ ...first!, slices: { ...first!.slices, municipality: few } }, ...others];
    expect(municipalitiesOf({ models })).toEqual({
      shown: new Set(['Storkøbing', 'Mellemrup']),
      heldBack: 0,
    });
  });

  it('are left out once and for all', () => {
    const once = withoutSmallMunicipalities(inMunicipalities({ a: 30, b: 9, c: 3 }).result);
    expect(withoutSmallMunicipalities(once)).toEqual(once);
  });
});
