import { createSheetContext, type SheetContext } from '../../../datasets/labelling/sheet-context.ts';
import type { Language } from '../../../datasets/language.ts';
import { toCellText } from '../../../datasets/tables/cell-text.ts';
import { adjudicationEntries } from '../../../evals/labelling/adjudication-entries.ts';
import { annotatorLetters } from '../../../evals/labelling/annotator-letters.ts';
import { type DifferingCase, differingCases } from '../../../evals/labelling/differing-cases.ts';
import { isAmongPeople } from '../../../evals/labelling/find-differences.ts';
import { readLanguage, readSplit } from '../read-options.ts';
import { describeReadings } from './describe-readings.ts';
import { openAnnotated } from './open-annotated.ts';

export interface CompareLabelsOptions {
  dataset: string;
  split: string;
  names?: boolean;
  json?: boolean;
  language: string;
}

/** `maalestok labels compare`: where caseworkers differ, case by case, for the meeting. */
export async function compareLabels(options: CompareLabelsOptions): Promise<void> {
  const language = readLanguage(options.language);
  const split = readSplit(options.split);
  const { dataset, labels, annotations } = await openAnnotated(options.dataset, split);
  const letters = annotatorLetters(annotations.annotators, dataset.contentHash);
  const context = createSheetContext(dataset, language);
  if (labels === null && options.json !== true) {
    process.stdout.write(describeReadings(await dataset.caseIds(split), annotations));
  }
  const counts: Counts = { cases: 0, alike: 0, otherwise: 0, differences: 0 };
  const records: object[] = [];
  for await (const each of differingCases(dataset, split, labels, annotations)) {
    counts.cases += 1;
    counts.differences += each.differences.length;
    const alike = !each.differences.some(isAmongPeople);
    if (alike) counts.alike += 1;
    if (alike && each.differences.length > 0) counts.otherwise += 1;
    if (each.differences.length === 0) continue;
    if (options.json === true) records.push(toRecord(each, letters));
    else process.stdout.write(`${renderCase(each, letters, context)}\n`);
  }
  const names =
    options.names === true ? Object.fromEntries([...letters].map(([id, letter]) => [letter, id])) : undefined;
  if (options.json === true) {
    process.stdout.write(
      `${JSON.stringify({ split, ...counts, annotators: names, differing: records }, null, 2)}\n`,
    );
    return;
  }
  process.stdout.write(`${renderCounts(counts, language)}\n`);
  if (names !== undefined) {
    process.stdout.write(
      `${Object.entries(names)
        .map(([letter, id]) => `${letter} = ${id}`)
        .join('\n')}\n`,
    );
  }
}

function renderCase(
  each: DifferingCase,
  letters: ReadonlyMap<string, string>,
  context: SheetContext,
): string {
  const { caseShown, gold, annotators, differences } = each;
  const { words } = context;
  const own = annotators.map((id) => letters.get(id)!);
  const entries = adjudicationEntries(differences, caseShown, gold, own, context);
  const lines = entries.flatMap(({ cells }) => [
    `  ${cells.what}: ${cells.difference}`,
    ...(cells.views ?? '').split('\n').map((line) => `    ${line}`),
    `    ${words.columns.gold}: ${(cells.gold ?? '').replaceAll('\n', '; ')}`,
  ]);
  return [`${words.case} ${caseShown.caseId}`, ...lines.map(toCellText)].join('\n');
}

interface Counts {
  /** That two caseworkers or more labelled. */
  cases: number;
  /** In which they agree with each other, whatever the label says. */
  alike: number;
  /** Of these: the label says otherwise. */
  otherwise: number;
  /** Points to be settled. */
  differences: number;
}

function renderCounts({ cases, alike, otherwise, differences }: Counts, language: Language): string {
  if (language === 'da') {
    const label = otherwise === 0 ? '' : `, men i ${otherwise} af dem siger facit noget andet`;
    return `${cases} sager er gennemgået af mindst to; i ${alike} er alle enige${label}. ${differences} punkter er til afgørelse.`;
  }
  const label = otherwise === 0 ? '' : `, but in ${otherwise} of them the label says otherwise`;
  return `${cases} cases were read by two or more; in ${alike} all agree${label}. ${differences} points are to be settled.`;
}

function toRecord(
  { caseShown, gold: label, annotators, differences }: DifferingCase,
  letters: ReadonlyMap<string, string>,
): object {
  return {
    caseId: caseShown.caseId,
    differences: differences.map(({ code, gold, views, outcomes, kinds }) => ({
      ...(code === undefined ? {} : { code }),
      kinds,
      gold:
        code === undefined
          ? label && { outcome: label.outcome }
          : gold === undefined
            ? null
            : { role: gold.role, severity: gold.severity },
      views: Object.fromEntries(
        annotators
          .map((id, at): [string, unknown] => {
            const view = views[at];
            if (code === undefined) return [letters.get(id)!, outcomes[at]];
            return [
              letters.get(id)!,
              view === undefined
                ? null
                : {
                    role: view.role,
                    severity: view.severity,
                    discretionary: view.discretionary,
                    citations: [...view.sets.keys()],
                  },
            ];
          })
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    })),
  };
}
