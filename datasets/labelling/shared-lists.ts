import { lists } from './case-sheet.ts';
import { describeCode } from './defect-cells.ts';
import type { SheetContext } from './sheet-context.ts';

/** The lists to choose from that are the same for every case, by their names. */
export function sharedLists(context: SheetContext): Record<string, string[]> {
  const { words, taxonomy } = context;
  const roles = Object.values(words.roles);
  const { none, reject, duplicate } = words.decisionsOf;
  return {
    [lists.outcomes]: Object.values(words.outcomes),
    [lists.codes]: taxonomy.defects.map(({ code }) => describeCode(code, context)),
    [lists.roles]: roles,
    [lists.severities]: Object.values(words.severities),
    [lists.yesNo]: [words.yes, words.no],
    [lists.yes]: [words.yes],
    [lists.settle]: [...roles, none],
    [lists.conclude]: [words.outcomes.complete, words.outcomes.noPermitNeeded],
    [lists.judge]: [...roles, reject, duplicate],
  };
}
