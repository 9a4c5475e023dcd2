import type { Defect } from '../label.ts';
import { defectTypeOf } from '../taxonomy/taxonomy.ts';
import { type CasePlace, describePlace } from './case-places.ts';
import { renderCitationCell } from './citation-cell.ts';
import type { SheetContext } from './sheet-context.ts';

/** What a defect's row says, cell by cell. */
export interface DefectCells {
  code: string;
  role: string;
  severity: string;
  discretion: string;
  citations: string;
  place1: string;
  place2: string;
  place3: string;
  places: string;
  note: string;
}

export const defectFields = [
  'code',
  'role',
  'severity',
  'discretion',
  'citations',
  'place1',
  'place2',
  'place3',
  'places',
  'note',
] as const satisfies readonly (keyof DefectCells)[];

/** What stands in the list of codes: `code · name`. */
export function describeCode(code: string, { taxonomy, language }: SheetContext): string {
  const type = defectTypeOf(taxonomy, code);
  if (type === undefined) return code;
  const name = (language === 'da' ? type.nameDa : type.nameEn).replace(/\s+/gu, ' ').trim();
  return name === '' || name === code ? code : `${code} · ${name}`;
}

/** A defect as its row shows it. The same defect always gives the same cells. */
export function toDefectCells(
  defect: Omit<Defect, 'defectId'>,
  places: readonly CasePlace[],
  context: SheetContext,
): DefectCells {
  const { words } = context;
  const named = defect.evidence.map((evidence) => describePlace(evidence, places, context));
  return {
    code: describeCode(defect.code, context),
    role: words.roles[defect.role],
    severity: words.severities[defect.severity],
    discretion: defect.discretionary ? words.yes : words.no,
    citations: renderCitationCell(defect.citationSets, context),
    place1: named[0] ?? '',
    place2: named[1] ?? '',
    place3: named[2] ?? '',
    places: named.slice(3).join('; '),
    note: defect.note ?? '',
  };
}
