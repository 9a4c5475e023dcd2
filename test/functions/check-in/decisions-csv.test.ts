import { expect, it } from 'vitest';
import { InputError } from '../../../datasets/errors.ts';
import { readDecisions } from '../../../functions/check-in/read-decisions.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['date;code;by;decision\n2026-09-03;x1;k;Only; half of it\n', 'd.csv, line 2: 5 cells'],
  ['date,by,by,code,decision\n', 'd.csv, line 1: a column "by" that is there already'],
])('drops no cell of a table of decisions without a word: %j', (text, where) => {
  const read = () => readDecisions(bytes(text), 'd.csv');
  expect(read).toThrow(InputError);
  expect(read).toThrow(where);
});

it('takes empty cells behind the last head as none', () => {
  expect(readDecisions(bytes('date;code;by;decision\n2026-09-03;x1;k;A;;\n'), 'd.csv')).toEqual([
    { date: '2026-09-03', code: 'x1', by: 'k', decision: 'A' },
  ]);
});
