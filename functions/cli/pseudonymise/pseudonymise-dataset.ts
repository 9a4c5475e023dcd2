import type { Card, Split, SplitName } from '../../../datasets/card.ts';
import type { Case } from '../../../datasets/case.ts';
import { type Annotation, AnnotationSchema, type Label, LabelSchema } from '../../../datasets/label.ts';
import { parseLine } from '../../../datasets/parse-line.ts';
import { mask } from '../../../datasets/privacy/mask.ts';
import { type CaseIds, createCaseIds } from '../../../datasets/privacy/pseudonymise/case-ids.ts';
import { chooseShift, lawDates } from '../../../datasets/privacy/pseudonymise/law-window.ts';
import {
  type CaseContext,
  type CaseKnowledge,
  createKnowledge,
  learnCase,
  learnLabel,
  pseudonymiseCase,
  pseudonymiseLabel,
  type Remark,
} from '../../../datasets/privacy/pseudonymise/pseudonymise-case.ts';
import type { Replacement } from '../../../datasets/privacy/pseudonymise/replace-text.ts';
import { type Dataset, labelsOrNull, linesOf } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';

/** What intake wrote before: it says of a copy that nobody has looked, which is no longer so. */
const uncheckedNotice = {
  noticeDa: 'Personoplysninger: ikke kontrolleret.',
  noticeEn: 'Personal data: not checked.',
};

export interface PseudonymiseInput {
  from: BlobStore;
  to: BlobStore;
  dataset: Dataset;
  key: Uint8Array;
  /** The same value has the same alias in all cases, not only in one and its twins. */
  acrossCases: boolean;
  onReplace?: (scope: string, replacement: Replacement) => void;
}

/** A place in the copy that somebody should look at. */
export interface RemarkedPlace extends Pick<Remark, 'sort' | 'field'> {
  file: string;
  line: number;
  /** Masked. */
  excerpt: string;
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
  /** The first of these places, in the order of the files. */
  places: RemarkedPlace[];
}

const mostPlaces = 1000;

/** Writes the splits of a data set with aliases; in memory stand only the names of each case. Dates move within the law. */
export async function pseudonymiseDataset(input: PseudonymiseInput): Promise<PseudonymiseResult> {
  const { dataset, to } = input;
  const result: PseudonymiseResult = {
    cases: 0,
    files: 0,
    unmoved: 0,
    timesLeft: 0,
    doubtful: 0,
    places: [],
  };
  const names = Object.keys(dataset.card.splits) as SplitName[];
  const caseIds = createCaseIds((await Promise.all(names.map((name) => dataset.caseIds(name)))).flat());
  for (const [name, split] of Object.entries(dataset.card.splits) as [SplitName, Split][]) {
    const contexts = await readContexts(input, name, split, caseIds);
    await to.write(split.cases, writtenCases(input, name, split.cases, contexts, result));
    for (const [key, schema] of labelFiles(split))
      await to.write(key, writtenLabels(input, key, schema, contexts, result));
  }
  return result;
}

type LabelSchemas = typeof LabelSchema | typeof AnnotationSchema;

function labelFiles({ labels, annotations }: Split): [string, LabelSchemas][] {
  return [
    ...(labels === undefined ? [] : [[labels, LabelSchema] as [string, LabelSchemas]]),
    ...(annotations === undefined ? [] : [[annotations, AnnotationSchema] as [string, LabelSchemas]]),
  ];
}

/**
 * The card of the copy: the source's, less what the gate (or the notice) said of the source, and less judged findings and
 * the change log: they are not copied.
 */
export function composePseudonymisedCard({ privacy: _, changes: __, ...card }: Card): Card {
  const splits = Object.fromEntries(
    Object.entries(card.splits).map(([name, { judged: _, judgedSha256: __, ...split }]) => [name, split]),
  );
  return {
    ...card,
    splits,
    noticeDa: `Navne, adresser, numre og datoer er erstattet med dæknavne (pseudonymer). ${withoutPart(card.noticeDa, uncheckedNotice.noticeDa)}`,
    noticeEn: `Names, addresses, numbers and dates are replaced by aliases (pseudonyms). ${withoutPart(card.noticeEn, uncheckedNotice.noticeEn)}`,
  };
}

function withoutPart(notice: string, part: string): string {
  return notice.replace(part, '').replace(/ {2,}/gu, ' ').trim();
}

type Contexts = ReadonlyMap<string, CaseContext>;

interface Family extends CaseKnowledge {
  applied: string[];
}

/** Reads a split once: what is known of each case with its twins and variants, from its texts and from notes in labels. */
async function readContexts(
  input: PseudonymiseInput,
  name: SplitName,
  split: Split,
  caseIds: CaseIds,
): Promise<Contexts> {
  const { dataset, key, acrossCases, onReplace } = input;
  const labels = await labelsOrNull(dataset, name, new Set(await dataset.caseIds(name)));
  const scopeOf = (caseId: string) => labels?.families.get(caseId) ?? caseId;
  const byScope = new Map<string, Family>();
  const found: { caseId: string; applicationDate: string }[] = [];
  for await (const each of dataset.cases(name)) {
    const scope = scopeOf(each.caseId);
    const own = byScope.get(scope) ?? { ...createKnowledge(), applied: [] };
    byScope.set(scope, own);
    learnCase(each, own);
    own.applied.push(each.applicationDate);
    found.push({ caseId: each.caseId, applicationDate: each.applicationDate });
  }
  for (const [file, schema] of labelFiles(split)) {
    for await (const label of readLabels(input, file, schema)) {
      const own = byScope.get(scopeOf(label.caseId));
      if (own !== undefined) learnLabel(label, own);
    }
  }
  const dates = lawDates(dataset.catalogue);
  return new Map(
    found.map(({ caseId, applicationDate }) => {
      const family = scopeOf(caseId);
      const { applied, ...known } = byScope.get(family)!;
      const scope = acrossCases ? 'all' : family;
      const days = chooseShift(key, family, applied, dates);
      const report =
        onReplace === undefined ? {} : { onReplace: (each: Replacement) => onReplace(scope, each) };
      return [caseId, { key, scope, ...known, caseIds, days, applicationDate, ...report }];
    }),
  );
}

async function* writtenCases(
  { dataset, to }: PseudonymiseInput,
  split: SplitName,
  key: string,
  contexts: Contexts,
  result: PseudonymiseResult,
): AsyncGenerator<string> {
  let number = 0;
  for await (const each of dataset.cases(split)) {
    number += 1;
    const context = contexts.get(each.caseId)!;
    result.cases += 1;
    result.files += each.files.length;
    if (context.days === 0) result.unmoved += 1;
    const onRemark = remarkTo(result, to.describe(key), number);
    yield line(pseudonymiseCase(each, { ...context, onRemark }));
  }
}

async function* writtenLabels(
  input: PseudonymiseInput,
  key: string,
  schema: LabelSchemas,
  contexts: Contexts,
  result: PseudonymiseResult,
): AsyncGenerator<string> {
  let number = 0;
  for await (const label of readLabels(input, key, schema)) {
    number += 1;
    const onRemark = remarkTo(result, input.to.describe(key), number);
    yield line(pseudonymiseLabel(label, { ...contexts.get(label.caseId)!, onRemark }));
  }
}

async function* readLabels(
  { from }: PseudonymiseInput,
  key: string,
  schema: LabelSchemas,
): AsyncGenerator<Label | Annotation> {
  let number = 0;
  for await (const raw of await linesOf(from, key)) {
    number += 1;
    if (raw !== '') yield parseLine(raw, schema, { file: from.describe(key), line: number });
  }
}

/** Counts a remark, and keeps its place masked while there are not too many. */
function remarkTo(result: PseudonymiseResult, file: string, line: number): (remark: Remark) => void {
  return ({ sort, field, text }) => {
    result[sort === 'time' ? 'timesLeft' : 'doubtful'] += 1;
    if (result.places.length < mostPlaces)
      result.places.push({ sort, file, line, field, excerpt: mask(text) });
  };
}

function line(record: Case | Label | Annotation): string {
  return `${JSON.stringify(record)}\n`;
}
