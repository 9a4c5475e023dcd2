import type { Case } from '../case.ts';
import type { Defect, Label, Outcome } from '../label.ts';
import type { TableSheet } from '../tables/table.ts';

/** What a case's sheet says. */
export interface CaseReading {
  outcome: Outcome;
  defects: Defect[];
  /** Why each changed, new or removed defect was so, by its id. */
  reasons: ReadonlyMap<string, string>;
  outcomeReason: string;
}

export interface CaseSheetSource {
  sheet: TableSheet;
  file: string;
  caseShown: Case;
  /** What the sheet was filled with. */
  base?: Pick<Label, 'outcome' | 'defects'> | undefined;
  correction: boolean;
}
