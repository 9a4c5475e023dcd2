import { buildDecisionWorkbook, type DecisionEntry } from '../../../datasets/labelling/decision-workbook.ts';
import { createSheetContext } from '../../../datasets/labelling/sheet-context.ts';
import { adjudicationEntries } from '../../../evals/labelling/adjudication-entries.ts';
import { annotatorLetters } from '../../../evals/labelling/annotator-letters.ts';
import { differingCases } from '../../../evals/labelling/differing-cases.ts';
import { readLanguage, readSplit } from '../read-options.ts';
import { openAnnotated } from './open-annotated.ts';
import { writeDecisions } from './write-decisions.ts';

export interface AdjudicateOptions {
  dataset: string;
  split: string;
  out: string;
  language: string;
}

/** `maalestok labels adjudicate`: a sheet of the differences alone, to be settled and imported. */
export async function adjudicateLabels(options: AdjudicateOptions): Promise<void> {
  const language = readLanguage(options.language);
  const split = readSplit(options.split);
  const { dataset, labels, annotations } = await openAnnotated(options.dataset, split);
  const letters = annotatorLetters(annotations.annotators, dataset.contentHash);
  const context = createSheetContext(dataset, language);
  let total = 0;
  for await (const { differences } of differingCases(dataset, split, labels, annotations)) {
    if (differences.length > 0) total += 1;
  }
  if (total === 0) {
    process.stdout.write(
      'All readings agree, with each other and with the labels: there is nothing to settle.\n',
    );
    return;
  }
  async function* entries(): AsyncGenerator<DecisionEntry[]> {
    for await (const each of differingCases(dataset, split, labels, annotations)) {
      const { caseShown, gold, annotators, differences } = each;
      const own = annotators.map((id) => letters.get(id)!);
      if (differences.length > 0) yield adjudicationEntries(differences, caseShown, gold, own, context);
    }
  }
  const { card, contentHash } = dataset;
  const source = { card, split, contentHash, labelsHash: labels.contentHash };
  await writeDecisions(options.out, total, entries(), (rows, part) =>
    buildDecisionWorkbook({ kind: 'adjudication', ...source, part, entries: rows }, context),
  );
}
