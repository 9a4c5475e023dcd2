import type { SheetCell, SheetToWrite, WorkbookToWrite } from '../../datasets/tables/write-xlsx.ts';
import type { CaseMaterial } from '../case-view/case-material.ts';
import { answerSentences } from '../comparison/compose-answer.ts';
import { figuresTable } from '../comparison/render-figures-csv.ts';
import { findingsHead, findingsRows } from '../comparison/render-findings-csv.ts';
import { reportTitle } from '../comparison/render-front.ts';
import { measureHead, placeText } from '../comparison/render-side-by-side.ts';
import { headlineMeasures, measureOf } from '../measures.ts';
import type { CsvValue } from '../render/render-csv.ts';
import type { ReportContext } from '../report-context.ts';

/** Beyond this many rows the findings stand in `findings.csv` alone: a workbook is held in memory. */
const findingRowsShown = 50_000;

/**
 * The report as a workbook: the answer and the headline figures, every figure, every finding. Numbers are numbers, heads
 * stay when scrolled, columns can be filtered; text of cases and models is defused. It carries no date: the result has none.
 */
export async function buildWorkbook(
  context: ReportContext,
  cases: AsyncIterable<CaseMaterial>,
): Promise<WorkbookToWrite> {
  const { words, result, operation } = context;
  const said = words.workbook;
  const [head = [], ...rows] = figuresTable(result, operation);
  return {
    title: reportTitle(context),
    sheets: [
      overviewSheet(context),
      tableSheet(said.figures, head, rows, [
        16,
        12,
        26,
        16,
        22,
        10,
        ...new Array(7).fill(11),
        14,
        10,
        10,
        20,
      ]),
      await findingsSheet(context, cases),
    ],
  };
}

function overviewSheet(context: ReportContext): SheetToWrite {
  const { words, result, language } = context;
  const { dataset } = result;
  const notice = language === 'da' ? dataset.noticeDa : dataset.noticeEn;
  const about: SheetCell[][] = [
    [{ value: reportTitle(context), style: 'title' }],
    [
      dataset.synthetic
        ? { value: `${words.page.syntheticTitle}. ${words.page.syntheticLead} ${notice}`, style: 'bold' }
        : notice,
    ],
    [],
    [{ value: words.sections.answer, style: 'heading' }],
    ...answerSentences(context).map((sentence): SheetCell[] => [sentence]),
    [words.page.support],
    [],
    [
      `${words.measured.dataset}: ${dataset.id} ${dataset.version}, ${dataset.split}; ${words.caseCount(String(dataset.cases), dataset.cases)}`,
    ],
    [`${words.versions.key}: ${result.comparabilityKey}`],
    [],
  ];
  const head = [
    words.models.model,
    words.models.place,
    ...headlineMeasures.flatMap((id) => {
      const name = measureHead(context, id).replaceAll('\u00AD', '');
      return [name, words.workbook.low(name), words.workbook.high(name), words.workbook.n(name)];
    }),
  ];
  const rows = result.models.map((model): SheetCell[] => [
    model.model.id,
    placeText(context, model.model.id),
    ...headlineMeasures.flatMap((id): SheetCell[] => {
      const { value, interval, cases } = measureOf(id).read(model);
      return [
        share(value, words.figure.undefined),
        share(interval?.low ?? null),
        share(interval?.high ?? null),
        cases,
      ];
    }),
  ]);
  return {
    name: words.workbook.overview,
    rows: [...about, head.map((value): SheetCell => ({ value, style: 'header' })), ...rows],
    widths: [24, 14, ...headlineMeasures.flatMap(() => [12, 11, 11, 9])],
    filter: { row: about.length, bottom: about.length + rows.length, columns: head.length },
  };
}

/** A share as a number that is shown as a percentage; `none` where it is undefined. */
function share(value: number | null, none: string | null = null): SheetCell {
  return value === null ? none : { value, style: 'share' };
}

async function findingsSheet(
  context: ReportContext,
  cases: AsyncIterable<CaseMaterial>,
): Promise<SheetToWrite> {
  const { words } = context;
  const rows: CsvValue[][] = [];
  for await (const material of cases) {
    rows.push(...findingsRows(material, context.municipalities));
    if (rows.length > findingRowsShown) {
      return { name: words.workbook.findings, rows: [[words.workbook.tooMany]] };
    }
  }
  return tableSheet(
    words.workbook.findings,
    findingsHead,
    rows,
    findingsHead.map((name) => (name === 'text' ? 80 : 16)),
  );
}

function tableSheet(
  name: string,
  head: readonly CsvValue[],
  rows: readonly (readonly CsvValue[])[],
  widths: readonly number[],
): SheetToWrite {
  return {
    name,
    rows: [head.map((value): SheetCell => ({ value, style: 'header' })), ...rows],
    widths,
    frozenRows: 1,
    filter: { row: 0, bottom: rows.length, columns: head.length },
  };
}
