import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInMeasures } from '../../../evals/check-in/change-parts.ts';
import type { CheckIn, CheckInDataset } from '../../../evals/check-in/check-in.ts';
import { buildTables } from '../../../reports/check-in/tables/build-tables.ts';
import { buildRandomCheckIn, randomCheckInArbitrary, randomModels } from '../../support/random-check-in.ts';

/** What is left of a model's total when every figure that is shown is taken from it. */
function restOf(dataset: CheckInDataset, at: number, id: string): number {
  const total = dataset.models.find(({ model }) => model.id === id)!.figures[checkInMeasures[at]!]!.cases;
  const shown = dataset.municipalities.map(
    ({ measures }) => measures[at]!.models.find((each) => each.id === id)?.figure.cases ?? 0,
  );
  return total - shown.reduce((sum, cases) => sum + cases, 0);
}

/** Nobody's figure can be had: those that are shown count enough, and what is hidden is that of several or of enough. */
function checkMeasure(dataset: CheckInDataset, at: number): string {
  const rows = dataset.municipalities.map(({ measures }) => measures[at]!);
  const shown = rows.filter(({ models }) => models.length > 0);
  for (const { heldBack, models } of shown) {
    expect(heldBack).toBe(null);
    for (const { figure } of models) expect(figure.cases).toBeGreaterThanOrEqual(5);
  }
  const suspects = rows.filter(({ heldBack }) => heldBack === 'fewCases' || heldBack === 'protects');
  if (suspects.length === 0) return 'nothing';
  if (rows.length > 1) expect(suspects.length).toBeGreaterThan(1);
  if (shown.length === 0) return 'all';
  for (const id of randomModels) expect(restOf(dataset, at, id)).toBeGreaterThanOrEqual(5);
  return 'some';
}

/** The CSV and the workbook are made from these rows. */
function checkTable(record: CheckIn): void {
  const { head, rows } = buildTables(record).find(({ id }) => id === 'municipalities')!;
  const at = (name: string) => head.indexOf(name);
  for (const row of rows.filter((each) => each[at('held_back')] !== null)) {
    const figures = ['model', 'value', 'low', 'high', 'cases', 'items', 'reason'].map(
      (name) => row[at(name)],
    );
    expect(figures.every((cell) => cell === null)).toBe(true);
  }
}

describe("a municipality's figures", () => {
  it('are never those of under five cases, and none can be had from a total', {
    timeout: 600_000,
  }, async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(randomCheckInArbitrary, async (random) => {
        const record = await buildRandomCheckIn(random);
        if (record === null) return;
        const [dataset] = record.datasets;
        for (const at of checkInMeasures.keys()) seen.add(checkMeasure(dataset!, at));
        for (const { cases, measures } of dataset!.municipalities) {
          if (measures[0]!.heldBack !== null) expect(cases).toBe(null);
          else expect(cases).toBeGreaterThanOrEqual(5);
        }
        checkTable(record);
      }),
      { numRuns: 100 },
    );
    expect([...seen].sort()).toEqual(['all', 'nothing', 'some']);
  });
});
