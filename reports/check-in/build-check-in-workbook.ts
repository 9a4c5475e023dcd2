import type { SheetCell, SheetToWrite, WorkbookToWrite } from '../../datasets/tables/write-xlsx.ts';
import { checkInMeasures } from '../../evals/check-in/change-parts.ts';
import { type CheckInContext, datasetTitle, measureName } from './check-in-context.ts';
import { composeAgenda } from './compose-agenda.ts';
import { composeAnswer } from './compose-answer.ts';
import { checkInTitle, noticeText } from './render-front.ts';
import { buildTables } from './tables/build-tables.ts';
import { type CheckInTable, shareCell } from './tables/check-in-table.ts';

/**
 * The check-in as a workbook: the answer, the agenda and this month's figures, then every figure, a sheet a table. Numbers are
 * numbers, heads stay when scrolled, columns can be filtered; text is defused. It carries no date: the record has none.
 */
export function buildCheckInWorkbook(context: CheckInContext): WorkbookToWrite {
  return {
    title: checkInTitle(context),
    sheets: [overviewSheet(context), ...buildTables(context.record).map((table) => sheetOf(context, table))],
  };
}

function overviewSheet(context: CheckInContext): SheetToWrite {
  const { words, record } = context;
  const said = words.checkIn;
  const about: SheetCell[][] = [
    [{ value: checkInTitle(context), style: 'title' }],
    ...record.datasets.map(({ dataset }): SheetCell[] => [
      { value: noticeText(context, dataset), style: 'bold' },
    ]),
    [],
    [{ value: said.sections.answer, style: 'heading' }],
    ...composeAnswer(context).map((sentence): SheetCell[] => [sentence]),
    [words.page.support],
    [],
    [{ value: said.mail.agenda, style: 'heading' }],
    ...composeAgenda(context).map(({ text, caseIds }, at): SheetCell[] => [
      `${at + 1}. ${text}${caseIds.length > 0 ? ` ${said.questions.see(caseIds.join(', '))}` : ''}`,
    ]),
    [],
  ];
  const head = [
    said.versions.dataset,
    said.parts.model,
    ...checkInMeasures.flatMap((measure) => {
      const name = measureName(context, measure);
      return [name, words.workbook.low(name), words.workbook.high(name), words.workbook.n(name)];
    }),
  ];
  const rows = record.datasets.flatMap((dataset) =>
    dataset.models.map(({ model, figures }): SheetCell[] => [
      datasetTitle(context, dataset),
      model.id,
      ...checkInMeasures.flatMap((measure): SheetCell[] => {
        const { value, interval, cases } = figures[measure]!;
        return [
          value === null ? words.figure.undefined : shareCell(value),
          shareCell(interval?.low ?? null),
          shareCell(interval?.high ?? null),
          cases,
        ];
      }),
    ]),
  );
  return {
    name: said.workbook.overview,
    rows: [...about, head.map((value): SheetCell => ({ value, style: 'header' })), ...rows],
    widths: [24, 16, ...checkInMeasures.flatMap(() => [14, 12, 12, 9])],
    filter: { row: about.length, bottom: about.length + rows.length, columns: head.length },
  };
}

/** Columns of text that want room. */
const wide: Record<string, number> = {
  decision: 80,
  why: 60,
  display_da: 36,
  display_en: 36,
  provision: 24,
  case_ids: 40,
  codes: 40,
  measure: 24,
  name: 28,
};

function sheetOf({ words }: CheckInContext, { id, head, rows }: CheckInTable): SheetToWrite {
  return {
    name: words.checkIn.workbook[id],
    rows: [head.map((value): SheetCell => ({ value, style: 'header' })), ...rows],
    widths: head.map((column) => wide[column] ?? 14),
    frozenRows: 1,
    filter: { row: 0, bottom: rows.length, columns: head.length },
  };
}
