import { describe, expect, it } from 'vitest';
import type { DecisionColumn } from '../../../datasets/labelling/decision-sheet.ts';
import type { FilledRow } from '../../../datasets/labelling/read-decision-sheet.ts';
import type { LabelChanges } from '../../../evals/labelling/import-corrections.ts';
import { applyPool } from '../../../evals/labelling/import-pool.ts';
import { smallSheetContext as context } from '../../support/label-sheets.ts';
import { smallCase, smallLabel } from '../../support/small-dataset.ts';

type Cells = Partial<Record<DecisionColumn, string>>;

const accepted: Cells = {
  decision: 'påkrævet',
  code: 'z1',
  severity: 'væsentlig',
  discretion: 'nej',
  citations: 'BR18 § 10, stk. 1, nr. 2',
  place1: 'dokument a, side 1',
  why: 'Terrænet mangler',
};
const elsewhere: Cells = {
  ...accepted,
  severity: 'kritisk',
  citations: 'BR18 § 10, stk. 1, nr. 3',
  place1: 'felt area_m2',
  why: 'Koter mangler',
};

/** What a judge's rows make of a label without a defect, and what is told of them. */
function judge(...rows: Cells[]) {
  const told: string[] = [];
  const changed: LabelChanges = { labels: new Map(), changes: [] };
  const filled = rows.map(
    (cells, at): FilledRow => ({
      meta: { id: `r${at + 1}`, caseId: 'c1' },
      text: (column) => cells[column] ?? '',
      tell: (column, { is }) => told.push(`r${at + 1} ${column}: ${is}`),
    }),
  );
  const gold = smallLabel('c1', []);
  applyPool({ caseShown: smallCase('c1'), gold, rows: filled, runs: [] }, context, changed);
  const defects = changed.labels.get('c1')?.defects ?? [];
  const reasons = changed.changes.flatMap(({ defectId, why }) => (defectId === undefined ? [] : [why]));
  return { defects, reasons, told };
}

const one = {
  defectId: 'd1',
  code: 'z1',
  role: 'required',
  severity: 'major',
  discretionary: false,
  citationSets: [['br18/10/1/2']],
  evidence: [{ documentId: 'a', page: 1 }],
  provenance: 'pooled',
};

describe('accepted findings of one type in a case', () => {
  it('are one defect, with all that they say of it, in whatever order they stand', () => {
    const both = {
      ...one,
      severity: 'critical',
      citationSets: [['br18/10/1/2'], ['br18/10/1/3']],
      evidence: [{ documentId: 'a', page: 1 }, { field: 'area_m2' }],
    };
    expect(judge(accepted)).toEqual({ defects: [one], reasons: ['Terrænet mangler'], told: [] });
    expect(judge(accepted, elsewhere)).toEqual({
      defects: [both],
      reasons: ['Terrænet mangler; Koter mangler'],
      told: [],
    });
    expect(judge(elsewhere, accepted).defects).toEqual([both]);
    expect(judge(accepted, elsewhere, accepted).defects).toEqual([both]);
  });

  it('are two where the judge says so, and always where the types are two', () => {
    const own = { ...elsewhere, duplicateOf: ' Egen ' };
    const second = {
      ...one,
      defectId: 'd2',
      severity: 'critical',
      citationSets: [['br18/10/1/3']],
      evidence: [{ field: 'area_m2' }],
    };
    expect(judge(accepted, own)).toEqual({
      defects: [one, second],
      reasons: ['Terrænet mangler', 'Koter mangler'],
      told: [],
    });
    expect(judge(accepted, own, accepted).defects).toEqual([one, second]);
    expect(judge(accepted, { ...elsewhere, code: 'z2' }).defects).toEqual([one, { ...second, code: 'z2' }]);
  });

  it('are told where they contradict each other, or name another row', () => {
    expect(judge(accepted, { ...elsewhere, decision: 'vejledende' }).told).toEqual([
      'r2 decision: "vejledende", though row r1 has the same type and says "påkrævet"',
    ]);
    expect(judge(accepted, { ...elsewhere, decision: 'vejledende', duplicateOf: 'egen' }).told).toEqual([]);
    expect(judge({ ...accepted, duplicateOf: 'd1' }).told).toEqual([
      'r1 duplicateOf: "d1", beside a decision that makes a label',
    ]);
    expect(judge({ ...accepted, decision: 'afvist', duplicateOf: 'egen' }).told).toEqual([
      'r1 duplicateOf: "egen", beside "afvist"',
    ]);
  });
});

it('asks for a decision that is there where the label has no defect to be the same as', () => {
  const mends: string[] = [];
  const row: FilledRow = {
    meta: { id: 'r1', caseId: 'c1' },
    text: (column) =>
      ({ decision: context.words.decisionsOf.duplicate, duplicateOf: 'd1' })[String(column)] ?? '',
    tell: (column, { mend }) => mends.push(`${column}: ${mend}`),
  };
  const changed: LabelChanges = { labels: new Map(), changes: [] };
  const input = { caseShown: smallCase('c1'), rows: [row], runs: [] };
  applyPool({ ...input, gold: smallLabel('c1', []) }, context, changed);
  applyPool(
    {
      ...input,
      gold: smallLabel('c1', ['x1', 'x2']),
      rows: [{ ...row, text: (column) => (column === 'decision' ? row.text(column) : '') }],
    },
    context,
    changed,
  );
  expect(mends.filter((each) => each.startsWith('duplicateOf'))).toEqual([
    'duplicateOf: Choose "påkrævet", "vejledende", "omstridt", "afvist".',
    'duplicateOf: Write the number of the defect that it is the same as.',
  ]);
});
