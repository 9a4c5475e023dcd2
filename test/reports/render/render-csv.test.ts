import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { defuseCell } from '../../../reports/render/defuse-cell.ts';
import { renderCsv } from '../../../reports/render/render-csv.ts';
import { hostileText } from '../../support/hostile-text.ts';

test('what a spreadsheet would run is kept from it', () => {
  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' \u200B=1',
    '\uFEFF=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '\n=1',
    '\u0000=1',
  ];
  expect(formulas.map(defuseCell).filter((cell) => !cell.startsWith("'"))).toEqual([]);
  expect([defuseCell(hostileText.formula), defuseCell('a=1'), defuseCell('§ 10, stk. 1')]).toEqual([
    `'${hostileText.formula}`,
    'a=1',
    '§ 10, stk. 1',
  ]);
});

test('our own numbers keep their sign and get a decimal comma; null is empty', () => {
  expect(renderCsv([['a', -0.25, 1234.5, 0.0000001, null, 12]])).toBe('a;-0,25;1234,5;0;;12\r\n');
});

test('separators, quotes and line breaks of a vendor stay in their cell', () => {
  const text = 'et; "to"\nog\rtre;=4';
  const [row] = parse(renderCsv([[text, 'næste']]), { delimiter: ';' });
  expect(row).toEqual(['et; "to" og\uFFFDtre;=4', 'næste']);
});
