import { IdSchema } from '../case.ts';
import { excerpt } from '../errors.ts';
import type { Defect } from '../label.ts';
import { placesOf } from './case-places.ts';
import type { CaseReading, CaseSheetSource } from './case-reading.ts';
import { type DefectColumn, defectColumns } from './case-sheet.ts';
import type { DefectCells } from './defect-cells.ts';
import { readDefectCells } from './read-defect-cells.ts';
import type { SheetContext } from './sheet-context.ts';
import type { SheetReader } from './sheet-reader.ts';

/** A row of the table of defects in which something stands. `at` counts from 0. */
export interface DefectRowText {
  at: number;
  id: string;
  cells: DefectCells;
  drop: string;
  reason: string;
}

/** Rows in which something stands beside the id. */
export function readDefectRows(
  reader: SheetReader,
  from: number,
  end: number,
  correction: boolean,
  { words }: SheetContext,
): DefectRowText[] {
  const rows: DefectRowText[] = [];
  const columns = defectColumns(correction);
  for (let at = from; at < end; at += 1) {
    const text = (column: DefectColumn) => {
      const index = columns.indexOf(column);
      return index < 0 ? '' : reader.text(at, index, words.columns[column]);
    };
    const cells = readCells(text);
    const row = {
      at,
      id: text('id').trim(),
      cells,
      drop: text('drop').trim(),
      reason: text('reason').trim(),
    };
    const filled = [...Object.values(cells), row.drop, row.reason].some((cell) => cell.trim() !== '');
    if (filled || (row.id !== '' && correction)) rows.push(row);
  }
  return rows;
}

function readCells(text: (column: keyof DefectCells) => string): DefectCells {
  return {
    code: text('code'),
    role: text('role'),
    severity: text('severity'),
    discretion: text('discretion'),
    citations: text('citations'),
    place1: text('place1'),
    place2: text('place2'),
    place3: text('place3'),
    places: text('places'),
    note: text('note'),
  };
}

/** Reads the rows against what stood in them, and tells all that is wrong. */
export function readDefects(
  rows: readonly DefectRowText[],
  reader: SheetReader,
  source: CaseSheetSource,
  context: SheetContext,
): Pick<CaseReading, 'reasons'> & { defects: Defect[] } {
  const { caseShown, base, correction } = source;
  const { words } = context;
  const known = new Map((base?.defects ?? []).map((defect) => [defect.defectId, defect]));
  const places = placesOf(caseShown, context);
  const columns = defectColumns(correction);
  const columnOf = (column: (typeof columns)[number]) => ({
    column: columns.indexOf(column),
    field: words.columns[column],
  });
  const seen = new Set<string>();
  const reasons = new Map<string, string>();
  const read: { defect: Omit<Defect, 'defectId'>; id: string }[] = [];
  const taken = new Set([...known.keys(), ...rows.map(({ id }) => id)]);
  for (const { at, id, cells, drop, reason } of rows) {
    const before = known.get(id);
    if (id !== '' && (before === undefined || seen.has(id))) {
      const is = seen.has(id) ? `"${excerpt(id)}" again` : `"${excerpt(id)}"`;
      reader.tell({
        row: at,
        ...columnOf('id'),
        is,
        expected: 'nothing in a new row, or the number that stood there',
        mend: 'Empty the cell: new defects get their number on import.',
      });
      continue;
    }
    if (id !== '') seen.add(id);
    const ownId = id === '' ? nextId(taken) : id;
    const dropped = correction && drop.toLowerCase() === words.yes;
    const { defect, problems } =
      dropped && before !== undefined
        ? { defect: before, problems: [] }
        : readDefectCells({ cells, base: before, caseShown, places, context });
    for (const { field, ...problem } of problems) reader.tell({ row: at, ...columnOf(field), ...problem });
    if (defect === null) continue;
    const changed = dropped || defect !== before;
    if (correction && changed && reason === '') {
      reader.tell({
        row: at,
        ...columnOf('reason'),
        is: 'nothing, in a row that was changed',
        expected: 'why it is changed',
      });
    }
    if (changed) reasons.set(ownId, reason);
    if (!dropped) read.push({ defect, id: ownId });
  }
  if (correction) tellMissing(known, seen, reader, context);
  return {
    reasons,
    defects: read.map(({ defect, id }) =>
      defect === known.get(id) ? known.get(id)! : { defectId: id, ...withoutId(defect) },
    ),
  };
}

function tellMissing(
  known: ReadonlyMap<string, Defect>,
  seen: ReadonlySet<string>,
  reader: SheetReader,
  { words }: SheetContext,
): void {
  for (const id of known.keys()) {
    if (seen.has(id)) continue;
    const mend = `Put the row back and choose "${words.yes}" under "${words.columns.drop}", with a reason.`;
    reader.tell({
      field: words.columns.id,
      is: `no row for the defect "${id}"`,
      expected: 'each defect that stood in the sheet',
      mend,
    });
  }
}

/** The next free of `d1`, `d2` …; it is taken then. */
export function nextId(taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const id = IdSchema.parse(`d${number}`);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

function withoutId(defect: Omit<Defect, 'defectId'>): Omit<Defect, 'defectId'> {
  const { defectId: _, ...rest } = defect as Defect;
  return rest;
}
