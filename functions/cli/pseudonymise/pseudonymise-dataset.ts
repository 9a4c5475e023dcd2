import type { Card, Split, SplitName } from '../../../datasets/card.ts';
import type { Case } from '../../../datasets/case.ts';
import { type Annotation, AnnotationSchema, type Label, LabelSchema } from '../../../datasets/label.ts';
import { parseLine } from '../../../datasets/parse-line.ts';
import { chooseShift, lawDates } from '../../../datasets/privacy/pseudonymise/law-window.ts';
import {
  learnCase,
  pseudonymiseCase,
  pseudonymiseLabel,
} from '../../../datasets/privacy/pseudonymise/pseudonymise-case.ts';
import type { ReplaceContext, Replacement } from '../../../datasets/privacy/pseudonymise/replace-text.ts';
import { learnNames } from '../../../datasets/privacy/pseudonymise/replace-text.ts';
import { type Dataset, labelsOrNull, linesOf } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';

export interface PseudonymiseInput {
  from: BlobStore;
  to: BlobStore;
  dataset: Dataset;
  key: Uint8Array;
  /** The same value has the same alias in all cases, not only in one and its twins. */
  acrossCases: boolean;
  onReplace?: (scope: string, replacement: Replacement) => void;
}

export interface PseudonymiseResult {
  cases: number;
  /** Files that were left out. */
  files: number;
  /** Cases whose dates could not be moved without another law applying. */
  unmoved: number;
  /** Places that name a time and could not be moved: `september 2024`. */
  timesLeft: number;
  /** Words that were replaced although they may be no name: `Skov`. */
  doubtful: number;
}

/** Writes the splits of a data set with aliases; in memory stand only the names of each case. Dates move within the law. */
export async function pseudonymiseDataset(input: PseudonymiseInput): Promise<PseudonymiseResult> {
  const { dataset, to } = input;
  const result = { cases: 0, files: 0, unmoved: 0, timesLeft: 0, doubtful: 0 };
  for (const [name, split] of Object.entries(dataset.card.splits) as [SplitName, Split][]) {
    const contexts = await readContexts(input, name, result);
    await to.write(split.cases, writtenCases(input, name, contexts, result));
    if (split.labels !== undefined) {
      await to.write(split.labels, writtenLabels(input, split.labels, LabelSchema, contexts));
    }
    if (split.annotations !== undefined) {
      await to.write(split.annotations, writtenLabels(input, split.annotations, AnnotationSchema, contexts));
    }
  }
  return result;
}

/** The card of the copy: the source's, less what the gate said of the source, and less judged findings and the change log: they are not copied. */
export function composePseudonymisedCard({ privacy: _, changes: __, ...card }: Card): Card {
  const splits = Object.fromEntries(
    Object.entries(card.splits).map(([name, { judged: _, judgedSha256: __, ...split }]) => [name, split]),
  );
  return {
    ...card,
    splits,
    noticeDa: `Navne, adresser, numre og datoer er erstattet med dæknavne (pseudonymer). ${card.noticeDa}`,
    noticeEn: `Names, addresses, numbers and dates are replaced by aliases (pseudonyms). ${card.noticeEn}`,
  };
}

type Contexts = ReadonlyMap<string, ReplaceContext>;

async function readContexts(
  input: PseudonymiseInput,
  split: SplitName,
  result: PseudonymiseResult,
): Promise<Contexts> {
  const { dataset, key, acrossCases, onReplace } = input;
  const labels = await labelsOrNull(dataset, split, new Set(await dataset.caseIds(split)));
  const families = labels?.families ?? new Map<string, string>();
  const dates = lawDates(dataset.catalogue);
  const byScope = new Map<string, { words: Set<string>; doubtful: Set<string>; applied: string[] }>();
  const scopeOf = (caseId: string) => families.get(caseId) ?? caseId;
  const found: { caseId: string; applicationDate: string }[] = [];
  for await (const each of dataset.cases(split)) {
    const scope = scopeOf(each.caseId);
    const own = byScope.get(scope) ?? { words: new Set<string>(), doubtful: new Set<string>(), applied: [] };
    byScope.set(scope, own);
    learnCase(each, own.words, own.doubtful);
    own.applied.push(each.applicationDate);
    found.push({ caseId: each.caseId, applicationDate: each.applicationDate });
  }
  const onLeft = () => {
    result.timesLeft += 1;
  };
  const onDoubtful = () => {
    result.doubtful += 1;
  };
  return new Map(
    found.map(({ caseId, applicationDate }) => {
      const family = scopeOf(caseId);
      const { words, doubtful, applied } = byScope.get(family)!;
      const scope = acrossCases ? 'all' : family;
      const days = chooseShift(key, family, applied, dates);
      const report =
        onReplace === undefined ? {} : { onReplace: (each: Replacement) => onReplace(scope, each) };
      return [caseId, { key, scope, words, doubtful, days, applicationDate, onLeft, onDoubtful, ...report }];
    }),
  );
}

async function* writtenCases(
  { dataset }: PseudonymiseInput,
  split: SplitName,
  contexts: Contexts,
  result: PseudonymiseResult,
): AsyncGenerator<string> {
  for await (const each of dataset.cases(split)) {
    const context = contexts.get(each.caseId)!;
    result.cases += 1;
    result.files += each.files.length;
    if (context.days === 0) result.unmoved += 1;
    yield line(pseudonymiseCase(each, context));
  }
}

async function* writtenLabels(
  { from }: PseudonymiseInput,
  key: string,
  schema: typeof LabelSchema | typeof AnnotationSchema,
  contexts: Contexts,
): AsyncGenerator<string> {
  let number = 0;
  for await (const raw of await linesOf(from, key)) {
    number += 1;
    if (raw === '') continue;
    const label: Label | Annotation = parseLine(raw, schema, { file: from.describe(key), line: number });
    const context = contexts.get(label.caseId)!;
    for (const { note } of label.defects)
      if (note !== undefined) learnNames(note, '', context.words, context.doubtful);
    yield line(pseudonymiseLabel(label, context));
  }
}

function line(record: Case | Label | Annotation): string {
  return `${JSON.stringify(record)}\n`;
}
