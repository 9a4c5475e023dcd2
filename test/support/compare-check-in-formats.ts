import { expect } from 'vitest';
import { checkInMeasures } from '../../evals/check-in/change-parts.ts';
import { RuleNeedsSchema } from '../../evals/check-in/rule-needs.ts';
import { measureIdOf } from '../../reports/check-in/check-in-context.ts';
import { checkInTableIds } from '../../reports/check-in/tables/check-in-table.ts';
import { type MeasureId, measureOf } from '../../reports/measures.ts';
import { formatPoints, formatShare } from '../../reports/render/format-number.ts';
import { figureText, intervalText } from '../../reports/render/render-figure.ts';
import { wordingOf } from '../../reports/wording/wording-of.ts';
import { dense, figureOf, numberOf, type ReadFormats, type Row, sayShare } from './check-in-formats.ts';

/** The rows of the page under a caption; each data set has a table of its own there. */
function rowsUnder({ tables }: ReadFormats, caption: string, row: Row, datasets: readonly string[]) {
  return tables.filter((table) => table.caption === caption)[datasets.indexOf(row.dataset!)]!.rows;
}

const datasetsOf = ({ record }: ReadFormats) => record.datasets.map(({ dataset }) => dataset.id);
const measureName = ({ language }: ReadFormats, id: string) =>
  wordingOf(language).measures[id as MeasureId].name;

/** The workbook holds what the CSV holds, and text is the same text. */
export function compareSheets({ sheets, csv, language }: ReadFormats): number {
  const names = wordingOf(language).checkIn.workbook;
  let cells = 0;
  for (const id of checkInTableIds) {
    const [head, ...rows] = sheets.find(({ name }) => name === names[id])!.rows;
    expect(rows.length).toBe(csv[id].length);
    for (const [at, row] of rows.entries()) {
      for (const [column, name] of head!.entries()) {
        const cell = row[column] ?? null;
        const text = csv[id][at]![String(name)]!;
        if (typeof cell === 'number') expect(numberOf(text)).toBeCloseTo(cell, 6);
        else expect(String(cell ?? '')).toBe(text);
        cells += 1;
      }
    }
  }
  return cells;
}

/** Every month's figures: record, CSV, page and PDF; this month's in the mail, too. */
export function compareTrend(formats: ReadFormats): number {
  const { record, csv, pdf, mail, language } = formats;
  const words = wordingOf(language);
  const figures = record.datasets.flatMap(({ dataset, trend }) =>
    trend.flatMap(({ month, models }) =>
      models.flatMap(({ model, figures: own }) =>
        checkInMeasures.map((measure) => ({ dataset, month, model, measure, figure: own[measure]! })),
      ),
    ),
  );
  expect(csv.trend.length).toBe(figures.length);
  let shownInPage = 0;
  for (const [at, { dataset, month, model, measure, figure }] of figures.entries()) {
    const row = csv.trend[at]!;
    const is = [row.dataset, row.month, row.model, row.measure, row.cases, row.items];
    const { cases, items } = figure;
    expect(is).toEqual([dataset.id, month, model.id, measureIdOf[measure], `${cases}`, `${items}`]);
    const ends = [figure.value, figure.interval?.low ?? null, figure.interval?.high ?? null];
    for (const [k, name] of ['value', 'low', 'high'].entries()) {
      if (ends[k] === null) expect(row[name]).toBe('');
      else expect(numberOf(row[name])).toBeCloseTo(ends[k]!, 6);
    }
    if (month === record.month && figure.value !== null) {
      expect(mail).toContain(`${dense(formatShare(numberOf(row.value)!, language))}(`);
      expect(mail).toContain(`;n=${row.cases})`);
    }
    if (model.kind === 'baseline') continue;
    const [year, number] = month.split('-');
    const name = dense(`${words.operation.months[Number(number) - 1]} ${year}`);
    const caption = words.checkIn.trend.caption(model.id);
    const shown = rowsUnder(formats, caption, row, datasetsOf(formats)).find((each) => each[0] === name)!;
    expect(shown[1 + checkInMeasures.indexOf(measure)]).toBe(sayShare(row, language));
    expect(pdf).toContain(shown.slice(0, 4).join(''));
    shownInPage += 1;
  }
  return shownInPage;
}

export function compareChanges(formats: ReadFormats): number {
  const { csv, pdf, language } = formats;
  const words = wordingOf(language);
  for (const row of csv.changes) {
    const caption = words.checkIn.parts.caption(measureName(formats, row.measure!));
    const rows = rowsUnder(formats, caption, row, datasetsOf(formats));
    const column = ['before', 'now', 'total', 'model', 'rulers', 'mix'].indexOf(row.part!) + 1;
    const cell = rows.find((each) => each[0] === row.model)![column]!;
    const value = numberOf(row.value);
    const points =
      value === null ? words.figure.undefined : words.figure.points(formatPoints(value, language));
    const said = column < 3 ? sayShare(row, language) : dense(points);
    expect(cell.startsWith(said)).toBe(true);
    if (column > 2 && row.low !== '') {
      expect(cell).toContain(dense(formatPoints(numberOf(row.low)!, language)));
      expect(cell).toContain(dense(formatPoints(numberOf(row.high)!, language)));
    }
    expect(pdf).toContain(cell);
  }
  return csv.changes.length;
}

export function compareGates(formats: ReadFormats): number {
  const { record, csv, pdf, mail, tables, language } = formats;
  const words = wordingOf(language);
  const { caption, verdicts } = words.checkIn.gates;
  const rows = tables.filter((table) => table.caption === caption).flatMap((table) => table.rows);
  const judged = record.datasets.flatMap(({ gates }) =>
    gates.flatMap(({ gate, models }) => models.map((each) => ({ measure: gate.measure, ...each }))),
  );
  expect([csv.gates.length, rows.length]).toEqual([judged.length, judged.length]);
  for (const [at, { measure, id, figure, verdict }] of judged.entries()) {
    const row = csv.gates[at]!;
    const { unit } = measureOf(measure as MeasureId);
    expect([row.measure, row.model, row.verdict, row.cases]).toEqual([
      measure,
      id,
      verdict,
      String(figure.cases),
    ]);
    const read = figureOf(row);
    const [value, range] = [figureText, intervalText].map((say) => say(read, { words, language }, unit));
    expect(rows[at]![2]).toBe(dense(`${value}${range}${words.figure.n(row.cases!)}`));
    expect(rows[at]![3]).toBe(dense(verdicts[verdict]));
    expect(pdf).toContain(rows[at]!.join(''));
    expect(mail).toContain(dense(`| ${id} | ${value} (${range}; n = ${row.cases}) | ${verdicts[verdict]} |`));
  }
  return judged.length;
}

/** A group that is held back has its reason and no number, wherever it is looked for. */
export function compareMunicipalities(formats: ReadFormats): number {
  const { csv, pdf, language, record } = formats;
  const said = wordingOf(language).checkIn.municipalities;
  const subjects = record.datasets[0]!.models.filter(({ model }) => model.kind !== 'baseline');
  const ids = subjects.map(({ model }) => model.id);
  for (const row of csv.municipalities) {
    const caption = said.caption(measureName(formats, row.measure!));
    const name = dense(row.name === '' ? said.others : row.name!);
    const shown = rowsUnder(formats, caption, row, datasetsOf(formats)).find((each) => each[0] === name)!;
    expect(pdf).toContain(shown.join(''));
    if (row.held_back === '') expect(shown[1 + ids.indexOf(row.model!)]).toBe(sayShare(row, language));
    else expect(shown.slice(1)).toEqual(ids.map(() => dense(said[row.held_back as 'fewCases'])));
  }
  return csv.municipalities.length;
}

export function compareProvisions({ csv, pdf, tables, language }: ReadFormats): number {
  const words = wordingOf(language);
  const said = words.checkIn.rules;
  for (const row of csv.provisions) {
    const need = RuleNeedsSchema.keyof().parse(row.need);
    const display = (language === 'da' ? row.display_da : row.display_en)!;
    const n = Number(row.count);
    const times = row.of === '' ? said.alone(row.count!, n) : said.of(row.count!, row.of!);
    const count = need === 'disputed' ? words.caseCount(row.count!, n) : times;
    const shown = tables
      .filter((table) => table.caption === said.titles[need])
      .flatMap(({ rows }) => rows)
      .filter((each) => each[0] === dense(display))
      .map(([, number, links]) => [number, links!.startsWith(dense(row.case_ids!))]);
    expect(shown).toContainEqual([dense(count), true]);
    expect(pdf).toContain(dense(`${display}${count}${row.case_ids}`));
  }
  return csv.provisions.length;
}

/** Codes are their own names in the small taxonomy. */
export function compareCases({ csv, pdf, page, language }: ReadFormats): number {
  const { reasons } = wordingOf(language).checkIn.notable;
  for (const row of csv.cases) {
    const text = dense(`${reasons[row.reason as 'discretion']}: ${row.codes!.replaceAll(' ', '; ')}`);
    for (const format of [pdf, page]) expect(format).toContain(text);
  }
  return csv.cases.length;
}
