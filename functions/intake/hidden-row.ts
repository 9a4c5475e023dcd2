import type { Mapping } from '../../datasets/intake/mapping.ts';
import type { RowProblem } from '../../datasets/intake/read-result.ts';

/** What becomes of a row that somebody hid: null where it is passed over. */
export function judgeHiddenRow(
  hidden: boolean,
  { source: { hiddenRows } }: Mapping,
): { problems: RowProblem[] } | null {
  if (!hidden || hiddenRows === 'take') return { problems: [] };
  if (hiddenRows === 'skip') return null;
  const expected =
    'a row that is shown (in a file of rejected rows: clear its first cell; or `hiddenRows: take` or `skip` in the mapping)';
  return { problems: [{ is: 'a hidden row', expected }] };
}
