import { excerpt } from '../../datasets/errors.ts';
import type { IntakeReport } from '../intake/intake-report.ts';
import { quoteArgument } from './quote-argument.ts';

const shownLines = 20;

/** What `maalestok intake` prints. */
export function renderIntake(report: IntakeReport, out: string): string {
  const { rows, accepted, already, rejected, splits, notes, unmapped, reasons, pagesWithoutText, leftOut } =
    report;
  const counts = Object.entries(splits).map(([name, count]) => `${name} ${count}`);
  const lines = [
    `${rows} rows: ${accepted} taken in, ${already} there already, ${rejected} rejected`,
    ...(counts.length > 0 ? [`${out} now holds ${counts.join(', ')} cases`] : []),
    ...some(notes.map((note) => `  ${note}`)),
    ...(unmapped.length > 0
      ? [
          `  columns that the mapping does not name: ${unmapped.map((name) => `"${excerpt(name, 40)}"`).join(', ')}`,
        ]
      : []),
    ...list(
      'Rejected:',
      reasons.flatMap((each) => each.reasons.map((reason) => `row ${each.row}: ${reason}`)),
    ),
    ...list(
      'Pages without text (scans, drawings); they are in the data set, and no model that reads text alone sees them:',
      pagesWithoutText.map(
        ({ caseId, file, pages }) => `${caseId}, ${excerpt(file, 100)}: page ${pages.join(', ')}`,
      ),
    ),
    ...list(
      'Files of no case, left out:',
      leftOut.map(({ path, why }) => `${excerpt(path, 100)}: ${why}`),
    ),
    ...next(report, out),
  ];
  return `${lines.join('\n')}\n`;
}

function next({ rejectedFile, accepted, splits }: IntakeReport, out: string): string[] {
  const folder = quoteArgument(out);
  return [
    ...(rejectedFile === undefined
      ? []
      : [`Mend ${rejectedFile} and take it in into the same folder: its first column is passed over.`]),
    ...(accepted === 0 && Object.keys(splits).length === 0
      ? []
      : [
          'Personal data: NOT CHECKED. Nothing of it may leave the municipality yet. Next:',
          `  npx maalestok gate ${folder}       # finds names, CPR numbers, addresses …`,
          `  npx maalestok dataset ${folder}    # checks the data set`,
        ]),
  ];
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...some(lines.map((line) => `  ${line}`))];
}

function some(lines: readonly string[]): string[] {
  return lines.length > shownLines
    ? [...lines.slice(0, shownLines), `  … and ${lines.length - shownLines} more`]
    : [...lines];
}
