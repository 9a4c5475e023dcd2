import type { Annotation } from '../../datasets/label.ts';
import { renderCitationCell } from '../../datasets/labelling/citation-cell.ts';
import type { AgreedCase } from '../../datasets/labelling/decision-sheet.ts';
import { describeCode } from '../../datasets/labelling/defect-cells.ts';
import type { SheetContext } from '../../datasets/labelling/sheet-context.ts';
import { agreedDefects, firstOutcome } from './agreed-defects.ts';
import type { DifferingCase } from './differing-cases.ts';

/** What all readings of a case say, for people to see; null where they agree on nothing. */
export function agreedCase(
  { caseShown, differences }: DifferingCase,
  people: readonly Annotation[],
  context: SheetContext,
): AgreedCase | null {
  const { words } = context;
  const defects = agreedDefects(caseShown, people, differences, context);
  const lines = defects.map(({ code, role, severity, citationSets }) => {
    const citations = renderCitationCell(citationSets, context).replaceAll('\n', '; ');
    return `${describeCode(code, context)}: ${words.roles[role]}, ${words.severities[severity]}; ${citations}`;
  });
  if (differences.length === 0) lines.unshift(words.outcomes[firstOutcome(defects, people)]);
  return lines.length === 0 ? null : { caseId: caseShown.caseId, says: lines.join('\n') };
}
