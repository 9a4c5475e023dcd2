import type { Case } from '../../datasets/case.ts';
import type { Defect, Label } from '../../datasets/label.ts';
import { renderCitationCell } from '../../datasets/labelling/citation-cell.ts';
import { proposalCells } from '../../datasets/labelling/decision-sheet.ts';
import type { DecisionEntry } from '../../datasets/labelling/decision-workbook.ts';
import { describeCode } from '../../datasets/labelling/defect-cells.ts';
import type { SheetContext } from '../../datasets/labelling/sheet-context.ts';
import type { OwnDefect } from '../agreement/own-defect.ts';
import type { Difference } from './find-differences.ts';

/** The rows of the sheet of decisions for the differences in a case. `letters`: of its annotators, in their order. */
export function adjudicationEntries(
  differences: readonly Difference[],
  caseShown: Case,
  gold: Label | null,
  letters: readonly string[],
  context: SheetContext,
): DecisionEntry[] {
  const { words } = context;
  return differences.map((difference): DecisionEntry => {
    const { code, views, outcomes, kinds, proposal } = difference;
    const said =
      code === undefined
        ? outcomes.map((outcome) => words.outcomes[outcome])
        : views.map((view) => sayView(view, context));
    const lines = letters.map((letter, at) => words.view(letter, said[at]!)).sort();
    const { severity, discretion, citations, place1, place2, place3, places } =
      proposal === undefined ? blank : proposalCells(proposal, caseShown, context);
    return {
      caseShown,
      code,
      defectId: difference.gold?.defectId,
      cells: {
        what: code === undefined ? words.outcomeRow : describeCode(code, context),
        gold:
          gold === null
            ? words.noLabel
            : code === undefined
              ? words.outcomes[gold.outcome]
              : sayGold(difference.gold, context),
        views: lines.join('\n'),
        difference: kinds.map((kind) => words.differences[kind]).join(', '),
        // Where all agree, what they agree on is proposed; nobody has to type it.
        ...(kinds.includes('gold') ? agreed(difference, context) : {}),
        severity,
        discretion,
        citations,
        place1,
        place2,
        place3,
        places,
      },
    };
  });
}

const blank = { severity: '', discretion: '', citations: '', place1: '', place2: '', place3: '', places: '' };

function agreed(
  { code, views, outcomes }: Difference,
  { words }: SheetContext,
): { decision: string; why: string } {
  const [first] = views;
  const decision = first === undefined ? words.decisionsOf.none : words.roles[first.role];
  return { decision: code === undefined ? words.outcomes[outcomes[0]!] : decision, why: words.allAgree };
}

function sayView(view: OwnDefect | undefined, context: SheetContext): string {
  const { words } = context;
  if (view === undefined) return words.notNamed;
  const { role, severity, discretionary, sets } = view;
  const cited = renderCitationCell(
    [...sets.values()].map(({ written }) => written),
    context,
  );
  return say({ role, severity, discretionary }, cited, context);
}

function sayGold(gold: Defect | undefined, context: SheetContext): string {
  if (gold === undefined) return context.words.notNamed;
  const note = gold.note === undefined ? '' : ` (${gold.note})`;
  return `${say(gold, renderCitationCell(gold.citationSets, context), context)}${note}`;
}

function say(
  { role, severity, discretionary }: Pick<Defect, 'role' | 'severity' | 'discretionary'>,
  citations: string,
  { words }: SheetContext,
): string {
  const discretion = discretionary ? `, ${words.columns.discretion.toLowerCase()}` : '';
  return `${words.roles[role]}, ${words.severities[severity]}${discretion}; ${citations.replaceAll('\n', '; ')}`;
}
