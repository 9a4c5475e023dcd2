import type { EditedSheet } from './edit-workbook.ts';

/** What a caseworker types into a blind sheet: a conclusion, and a row for each code. */
export function fillIn(sheet: EditedSheet, codes: readonly string[]): void {
  const conclusion = sheet.rowOf('Konklusion (skal udfyldes)');
  sheet.set(conclusion, 1, codes.length === 0 ? 'sagen er fuldt oplyst' : 'sagen har mangler');
  const header = sheet.rowOf('Nr.');
  for (const [index, code] of codes.entries()) {
    const row = header + 1 + index;
    sheet.set(row, sheet.columnOf('Mangeltype', header), code);
    sheet.set(row, sheet.columnOf('Hjemmel', header), 'BR18 § 10, stk. 1, nr. 2');
    sheet.set(row, sheet.columnOf('Sted 1', header), 'dokument a, side 1');
  }
}
