import { InputError } from '../../../datasets/errors.ts';
import type { AgreedCase } from '../../../datasets/labelling/decision-sheet.ts';
import { buildDecisionWorkbook, type DecisionEntry } from '../../../datasets/labelling/decision-workbook.ts';
import { createSheetContext } from '../../../datasets/labelling/sheet-context.ts';
import { adjudicationEntries } from '../../../evals/labelling/adjudication-entries.ts';
import { agreedCase } from '../../../evals/labelling/agreed-case.ts';
import { annotatorLetters } from '../../../evals/labelling/annotator-letters.ts';
import { type DifferingCase, differingCases } from '../../../evals/labelling/differing-cases.ts';
import { readLanguage, readSplit } from '../read-options.ts';
import { describeReadings } from './describe-readings.ts';
import { openAnnotated } from './open-annotated.ts';
import { selectCases } from './select-cases.ts';
import { writeDecisions } from './write-decisions.ts';

export interface AdjudicateOptions {
  dataset: string;
  split: string;
  /** Which cases the sheet is about; all where absent. */
  cases?: string;
  out: string;
  language: string;
}

/**
 * `maalestok labels adjudicate`: a sheet of the differences alone, to be settled and imported. Where the cases have no
 * labels yet it also shows what all agree on: imported, both become the first labels.
 */
export async function adjudicateLabels(options: AdjudicateOptions): Promise<void> {
  const language = readLanguage(options.language);
  const split = readSplit(options.split);
  const { dataset, labels, annotations } = await openAnnotated(options.dataset, split);
  if (labels === null && options.cases !== undefined) {
    const is = 'only some cases of a split that has no labels yet';
    throw new InputError({
      field: '--cases',
      is,
      expected: 'all of them: a split gets its first labels whole',
    });
  }
  const selected = new Set(selectCases(await dataset.caseIds(split), options.cases));
  const letters = annotatorLetters(annotations.annotators, dataset.contentHash);
  const context = createSheetContext(dataset, language);
  async function* differing(): AsyncGenerator<DifferingCase> {
    for await (const each of differingCases(dataset, split, labels, annotations)) {
      if (selected.has(each.caseShown.caseId)) yield each;
    }
  }
  const agreed: AgreedCase[] = [];
  let total = 0;
  for await (const each of differing()) {
    if (each.differences.length > 0) total += 1;
    if (labels !== null) continue;
    const alike = agreedCase(each, annotations.get(each.caseShown.caseId), context);
    if (alike !== null) agreed.push(alike);
  }
  if (total === 0 && labels !== null) {
    process.stdout.write(
      'All readings agree, with each other and with the labels: there is nothing to settle.\n',
    );
    return;
  }
  async function* entries(): AsyncGenerator<DecisionEntry[]> {
    for await (const each of differing()) {
      const { caseShown, gold, annotators, differences } = each;
      const own = annotators.map((id) => letters.get(id)!);
      if (differences.length > 0) yield adjudicationEntries(differences, caseShown, gold, own, context);
    }
  }
  const { card, contentHash } = dataset;
  const source = {
    card,
    split,
    contentHash,
    ...(labels === null ? { annotationsHash: annotations.contentHash } : { labelsHash: labels.contentHash }),
  };
  // A file without a row to decide is written too: importing it makes the first labels.
  await writeDecisions(options.out, total, entries(), (rows, part) =>
    buildDecisionWorkbook(
      {
        kind: 'adjudication',
        ...source,
        part,
        entries: rows,
        agreed: labels === null && part.number === 1 ? agreed : undefined,
      },
      context,
    ),
  );
  if (labels !== null) return;
  process.stdout.write(
    `The split ${split} has no labels yet: importing ${total > 0 ? 'the decisions' : 'this file'} makes its first, ` +
      'with what all readings agree on.\n' +
      describeReadings(await dataset.caseIds(split), annotations),
  );
}
