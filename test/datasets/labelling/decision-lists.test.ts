import { expect, it } from 'vitest';
import { CardSchema } from '../../../datasets/card.ts';
import { buildDecisionWorkbook } from '../../../datasets/labelling/decision-workbook.ts';
import { smallSheetContext } from '../../support/label-sheets.ts';
import { smallCard, smallCase } from '../../support/small-dataset.ts';

const { words } = smallSheetContext;

/** What each row of the sheet of decisions offers as its decision. */
function offered(kind: 'adjudication' | 'pool'): (readonly string[])[] {
  const caseShown = smallCase('c1');
  const { sheets, lists } = buildDecisionWorkbook(
    {
      card: CardSchema.parse(smallCard({})),
      split: 'test',
      contentHash: 'c',
      part: { number: 1, of: 1 },
      kind,
      entries: [
        { caseShown, code: 'x1', cells: {} },
        { caseShown, cells: {} },
      ],
    },
    smallSheetContext,
  );
  const sheet = sheets.find(({ name }) => name === words.decisions)!;
  const header = sheet.rows[0]!.map((cell) =>
    typeof cell === 'object' && cell !== null ? cell.value : cell,
  );
  const column = header.indexOf(words.columns.decision);
  return [1, 2].map((row) => {
    const own = sheet.dropDowns!.filter(
      ({ top, bottom, column: at }) => at === column && top <= row && row <= bottom,
    );
    expect(own).toHaveLength(1);
    return lists![own[0]!.list]!;
  });
}

it('offers decisions on defects in their rows, and conclusions in theirs: what import takes, and no more', () => {
  const roles = Object.values(words.roles);
  const { none, reject, duplicate } = words.decisionsOf;
  expect(offered('adjudication')).toEqual([
    [...roles, none],
    [words.outcomes.complete, words.outcomes.noPermitNeeded],
  ]);
  expect(offered('pool')).toEqual([
    [...roles, reject, duplicate],
    [...roles, reject, duplicate],
  ]);
});
