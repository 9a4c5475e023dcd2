import type { Case } from '../case.ts';
import { excerpt } from '../errors.ts';
import type { Defect, Evidence } from '../label.ts';
import { fromCellText, toCellText } from '../tables/cell-text.ts';
import { type DefectType, defectTypeOf, type Taxonomy } from '../taxonomy/taxonomy.ts';
import { type CasePlace, findPlace, samePlace } from './case-places.ts';
import { readCitationCell } from './citation-cell.ts';
import { type DefectCells, defectFields, toDefectCells } from './defect-cells.ts';
import type { SheetContext } from './sheet-context.ts';

/** What is wrong in one cell of a row. */
export interface CellProblem {
  field: keyof DefectCells;
  is: string;
  expected: string;
  mend?: string;
}

export interface DefectRow {
  cells: DefectCells;
  /** What stood in the row when the sheet was made: cells that nobody touched keep the value behind them. */
  base?: (Omit<Defect, 'defectId'> & { defectId?: string }) | undefined;
  caseShown: Case;
  places: readonly CasePlace[];
  context: SheetContext;
}

type ReadDefect = Omit<Defect, 'defectId'>;

/**
 * Reads a defect's row. Cells without a role, a severity or a discretion take the usual ones of the type.
 * @returns null where a cell is wrong; the base itself where nothing was touched
 */
export function readDefectCells(row: DefectRow): { defect: ReadDefect | null; problems: CellProblem[] } {
  const { cells, base, caseShown, places, context } = row;
  const { words, taxonomy } = context;
  const touched = touchedFields(row);
  if (base !== undefined && touched.size === 0) return { defect: base, problems: [] };
  const problems: CellProblem[] = [];
  const kept = <T>(field: keyof DefectCells, value: T | undefined, read: () => T): T =>
    value !== undefined && !touched.has(field) ? value : read();
  const type = findType(cells.code, taxonomy);
  const code = kept('code', base?.code, () => {
    if (type === undefined) problems.push(unknownCode(cells.code, taxonomy));
    return type?.code ?? '';
  });
  const role = kept('role', base?.role, () =>
    readWord(cells.role, words.roles, type?.role, 'role', problems),
  );
  const severity = kept('severity', base?.severity, () =>
    readWord(cells.severity, words.severities, type?.severity, 'severity', problems),
  );
  const discretionary = kept('discretion', base?.discretionary, () => {
    const usual = type?.discretionary === true ? 'yes' : 'no';
    return (
      readWord(cells.discretion, { yes: words.yes, no: words.no }, usual, 'discretion', problems) === 'yes'
    );
  });
  const citationSets = kept('citations', base?.citationSets, () => {
    const { sets, problems: wrong } = readCitationCell(fromCellText(cells.citations), caseShown, context);
    problems.push(...wrong.map((problem) => ({ field: 'citations' as const, ...problem })));
    return sets;
  });
  const evidence = kept('places', base?.evidence, () => readPlaces(cells, places, problems));
  const note =
    touched.has('note') || base === undefined ? fromCellText(cells.note).trim() : (base.note ?? '');
  if (problems.length > 0 || role === undefined || severity === undefined) return { defect: null, problems };
  const defect: ReadDefect = {
    code,
    role,
    severity,
    discretionary,
    citationSets,
    evidence,
    ...(note === '' ? {} : { note }),
  };
  return { defect, problems };
}

/** Fields whose cells are not as they were written; the cells of the places count as one. */
function touchedFields({ cells, base, places, context }: DefectRow): Set<keyof DefectCells> {
  if (base === undefined) return new Set(defectFields);
  const written = toDefectCells(base, places, context);
  const differs = defectFields.filter((field) => !sameCell(cells[field], written[field]));
  return new Set(differs.map((field) => (field.startsWith('place') ? 'places' : field)));
}

/** Whether a cell holds what was written into it. Blanks at the ends do not count: no reader sees them. */
export function sameCell(read: string, written: string): boolean {
  return read.trim() === toCellText(written).trim();
}

/** By `code · name`, the code alone, or a name that only one type has. */
export function findType(text: string, taxonomy: Taxonomy): DefectType | undefined {
  const written = fromCellText(text).trim();
  const code = written.split(' · ')[0]!.trim();
  const byCode = defectTypeOf(taxonomy, written) ?? defectTypeOf(taxonomy, code);
  if (byCode !== undefined) return byCode;
  const wanted = written.toLowerCase();
  const named = taxonomy.defects.filter(({ nameDa, nameEn }) =>
    [nameDa, nameEn].some((name) => name.toLowerCase() === wanted),
  );
  return named.length === 1 ? named[0] : undefined;
}

function unknownCode(text: string, taxonomy: Taxonomy): CellProblem {
  const expected = `a type of defect of the taxonomy ${taxonomy.id} ${taxonomy.version}`;
  const is = text.trim() === '' ? 'nothing, in a row with other cells filled in' : `"${excerpt(text)}"`;
  return {
    field: 'code',
    is,
    expected,
    mend: 'Choose one from the list in the cell, or empty the whole row.',
  };
}

function readWord<Key extends string>(
  text: string,
  words: Readonly<Record<Key, string>>,
  usual: Key | undefined,
  field: keyof DefectCells,
  problems: CellProblem[],
): Key | undefined {
  const written = text.trim().toLowerCase();
  if (written === '') return usual;
  const found = (Object.keys(words) as Key[]).find((key) => words[key].toLowerCase() === written);
  if (found === undefined) {
    problems.push({ field, is: `"${excerpt(text)}"`, expected: Object.values<string>(words).join(', ') });
  }
  return found;
}

function readPlaces(cells: DefectCells, places: readonly CasePlace[], problems: CellProblem[]): Evidence[] {
  const evidence: Evidence[] = [];
  const add = (field: keyof DefectCells, text: string) => {
    if (text.trim() === '') return;
    const found = findPlace(text, places);
    if (found === undefined) {
      const mend =
        'Choose a place from the list in the cell; several under the last heading have ";" between.';
      problems.push({
        field,
        is: `"${excerpt(text)}"`,
        expected: 'a document, page or field of this case',
        mend,
      });
    } else if (!evidence.some((other) => samePlace(other, found))) {
      evidence.push(found);
    }
  };
  for (const field of ['place1', 'place2', 'place3'] as const) add(field, cells[field]);
  for (const part of cells.places.split(/[;\n]/u)) add('places', part);
  return evidence;
}
