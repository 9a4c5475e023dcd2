import type { Mapping } from '../../datasets/intake/mapping.ts';
import type { RowProblem } from '../../datasets/intake/read-result.ts';

/**
 * What becomes of a row that somebody hid: null where it is passed over.
 * @param hidden `marked`: a file of rejected rows says so in its first column
 */
export function judgeHiddenRow(
  hidden: 'hidden' | 'marked' | false,
  { source: { hiddenRows } }: Mapping,
): { problems: RowProblem[] } | null {
  if (hidden === false || hiddenRows === 'take') return { problems: [] };
  if (hiddenRows === 'skip') return null;
  const mapped = '`hiddenRows: take` or `skip` in the mapping';
  const problem =
    hidden === 'hidden'
      ? { is: 'a hidden row', expected: `a row that is shown (or ${mapped})` }
      : {
          is: 'a row that was hidden, by the mark in its first cell',
          expected: `no mark there (or ${mapped})`,
        };
  return { problems: [problem] };
}
