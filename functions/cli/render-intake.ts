import { excerpt } from '../../datasets/errors.ts';
import { quoteArgument } from '../../evals/quote-argument.ts';
import type { IntakeReport } from '../intake/intake-report.ts';

const shownLines = 20;

export interface IntakePlaces {
  out: string;
  mappingFile: string;
}

/** What `maalestok intake` prints. */
export function renderIntake(report: IntakeReport, places: IntakePlaces): string {
  const { out } = places;
  const {
    rows,
    accepted,
    already,
    rejected,
    splits,
    notes,
    unmapped,
    reasons,
    pagesWithoutText,
    leftOut,
    odd,
  } = report;
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
      'Taken in, but look at them:',
      odd.map(({ row, caseId, what }) => `row ${row}, ${caseId}: ${what}`),
    ),
    ...withoutDocuments(report),
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
    ...next(report, places),
  ];
  return `${lines.join('\n')}\n`;
}

function withoutDocuments({ withoutDocuments: { count, caseIds } }: IntakeReport): string[] {
  if (count === 0) return [];
  const more = count > caseIds.length ? ' …' : '';
  return [
    `Cases without any document: ${count} (${caseIds.join(', ')}${more}). A model is shown their fields alone.`,
  ];
}

/** The command that takes the rest in: files are looked for where they were. */
function again({ rejectedFile, filesFolder }: IntakeReport, { out, mappingFile }: IntakePlaces): string[] {
  if (rejectedFile === undefined) return [];
  const files = filesFolder === undefined ? [] : ['--files', filesFolder];
  const words = [rejectedFile, '--mapping', mappingFile, '--out', out, ...files];
  const what = filesFolder === undefined ? '' : `, and the files in ${filesFolder}`;
  return [
    `Mend ${rejectedFile}${what}, and send it again; its first column is passed over:`,
    `  npx maalestok intake ${words.map(quoteArgument).join(' ')}`,
  ];
}

function next(report: IntakeReport, places: IntakePlaces): string[] {
  const { accepted, splits } = report;
  const folder = quoteArgument(places.out);
  return [
    ...again(report, places),
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
