import { excerpt } from '../errors.ts';
import type { Outcome } from '../label.ts';
import { toCellText } from '../tables/cell-text.ts';
import type { SheetCell } from '../tables/write-xlsx.ts';
import type { CaseReading, CaseSheetSource } from './case-reading.ts';
import { defectColumns } from './case-sheet.ts';
import { readDefectRows, readDefects } from './read-defect-rows.ts';
import { readingRows } from './reading-rows.ts';
import type { SheetContext } from './sheet-context.ts';
import type { SheetProblems } from './sheet-problems.ts';
import { SheetReader } from './sheet-reader.ts';

/**
 * Reads a case's sheet, and tells all that is wrong in it.
 * @returns null where something is wrong; `untouched` where nobody wrote anything into a sheet that came empty
 */
export function readCaseSheet(
  source: CaseSheetSource,
  context: SheetContext,
  problems: SheetProblems,
): CaseReading | 'untouched' | null {
  const { words } = context;
  const reader = new SheetReader(source.sheet, source.file, problems);
  const table = findTable(reader, source, context);
  if (table === null) return null;
  const { header, end } = table;
  checkCaseId(reader, header, source.caseShown.caseId, context);
  reader.refuseMerges(0, end);
  refuseBelow(reader, end, source, context);
  const rows = readDefectRows(reader, header + 1, end, source.correction, context);
  const conclusion = reader.findRow((row) => row < header && reader.peek(row, 0) === words.conclusion);
  const written = conclusion < 0 ? '' : reader.text(conclusion, 1, words.conclusion).trim();
  if (written === '' && source.base === undefined && rows.length === 0 && reader.told === 0)
    return 'untouched';
  const outcome = readOutcome(written, reader, conclusion, context);
  const { defects, reasons } = readDefects(rows, reader, source, context);
  const required = defects.some(({ role }) => role === 'required');
  if (reader.told === 0 && outcome !== undefined && required !== (outcome === 'deficient')) {
    const wanted = required
      ? [words.outcomes.deficient]
      : [words.outcomes.complete, words.outcomes.noPermitNeeded];
    reader.tell({
      row: conclusion,
      column: 1,
      field: words.conclusion,
      is: `"${words.outcomes[outcome]}" ${required ? 'beside a defect that is' : 'without a defect that is'} "${words.roles.required}"`,
      expected: wanted.map((text) => `"${text}"`).join(' or '),
    });
  }
  const outcomeReason = readOutcomeReason(reader, header, source, outcome, context);
  return reader.told > 0 || outcome === undefined ? null : { outcome, defects, reasons, outcomeReason };
}

function findTable(reader: SheetReader, { correction }: CaseSheetSource, { words }: SheetContext) {
  const { columns } = words;
  const header = reader.findRow((row) => reader.peek(row, 0) === columns.id && reader.peek(row, 1) !== '');
  if (header < 0) {
    const mend = 'Take the sheet from the exported file once more.';
    reader.tell({
      is: 'no table of defects',
      expected: `a row of headings that begins with "${columns.id}"`,
      mend,
    });
    return null;
  }
  for (const [at, column] of defectColumns(correction).entries()) {
    if (reader.peek(header, at) === columns[column]) continue;
    const mend = 'Columns are not moved, inserted or removed.';
    const is = `"${excerpt(reader.peek(header, at))}"`;
    reader.tell({ row: header, column: at, is, expected: `the heading "${columns[column]}"`, mend });
    return null;
  }
  const end = reader.findRow((row) => reader.peek(row, 0) === words.end, header);
  if (end >= 0) return { header, end };
  const mend = 'Put it back below the last defect.';
  reader.tell({ row: header, is: 'a table without its last row', expected: `"${words.end}"`, mend });
  return null;
}

/**
 * Below the table stands the case, in the first three columns. A defect that is written there would be lost. What the
 * case says itself may begin with a word that is a code: `vejbyggelinje 21,4 m`.
 */
function refuseBelow(
  reader: SheetReader,
  end: number,
  { caseShown, correction }: CaseSheetSource,
  context: SheetContext,
): void {
  const { words, taxonomy } = context;
  const codes = new Set(taxonomy.defects.map(({ code }) => code));
  const shown = new Set(readingRows(caseShown, context).map((row) => textOf(row[1]).trim()));
  const columns = defectColumns(correction);
  for (let row = end; row < reader.sheet.rows.length; row += 1) {
    const names = columns.map((_, at) => reader.peek(row, at).trim());
    const isCode = codes.has(names[1]!.split(/[\s:]/u)[0]!) && !shown.has(names[1]!);
    const column = isCode ? 1 : names.findIndex((text, at) => at >= 3 && text !== '');
    if (column < 0) continue;
    reader.tell({
      row,
      column,
      field: words.columns[columns[column]!],
      is: `"${excerpt(names[column]!)}", below the table`,
      expected: 'defects within the table alone',
      mend: `Insert a row above "${words.end.split('.')[0]}" and move it there.`,
    });
  }
}

function textOf(cell: SheetCell | undefined): string {
  const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
  return toCellText(String(value ?? ''));
}

function checkCaseId(reader: SheetReader, header: number, caseId: string, { words }: SheetContext): void {
  const row = reader.findRow((at) => at < header && reader.peek(at, 0) === words.caseId);
  const is = row < 0 ? '' : reader.peek(row, 1);
  if (is === caseId) return;
  const mend = 'The case id is not edited: it says which case the sheet is about.';
  reader.tell({
    row: Math.max(row, 0),
    column: 1,
    field: words.caseId,
    is: `"${excerpt(is)}"`,
    expected: `"${caseId}"`,
    mend,
  });
}

function readOutcome(
  written: string,
  reader: SheetReader,
  row: number,
  { words }: SheetContext,
): Outcome | undefined {
  const outcomes = Object.entries(words.outcomes) as [Outcome, string][];
  const found = outcomes.find(([, text]) => text === written.toLowerCase());
  if (found !== undefined) return found[0];
  reader.tell({
    row: Math.max(row, 0),
    column: 1,
    field: words.conclusion,
    is: written === '' ? 'nothing' : `"${excerpt(written)}"`,
    expected: outcomes.map(([, text]) => `"${text}"`).join(', '),
    mend: 'Choose the conclusion from the list in the cell.',
  });
  return undefined;
}

function readOutcomeReason(
  reader: SheetReader,
  header: number,
  { base, correction }: CaseSheetSource,
  outcome: Outcome | undefined,
  { words }: SheetContext,
): string {
  if (!correction) return '';
  const row = reader.findRow((at) => at < header && reader.peek(at, 0) === words.conclusionReason);
  const reason = row < 0 ? '' : reader.text(row, 1, words.conclusionReason).trim();
  const changed = base !== undefined && outcome !== undefined && outcome !== base.outcome;
  if (changed && reason === '') {
    reader.tell({
      row: Math.max(row, 0),
      column: 1,
      field: words.conclusionReason,
      is: 'nothing, beside another conclusion',
      expected: 'why it is changed',
    });
  }
  return reason;
}
