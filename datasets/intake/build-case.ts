import {
  type Case,
  type CaseDocument,
  CaseSchema,
  DocumentSchema,
  type FieldValue,
  type LocalRule,
} from '../case.ts';
import { excerpt } from '../errors.ts';
import type { Label } from '../label.ts';
import { buildLabel, type LabelContext } from './build-label.ts';
import { checkPath } from './check-path.ts';
import type { InputRow } from './input-row.ts';
import { type KnownWords, knownWordsOf, readKnown } from './known-words.ts';
import type { DocumentMapping, LocalRuleMapping, Mapping, Source } from './mapping.ts';
import { checkPlausible, type Implausible } from './plausible.ts';
import type { RowProblem } from './read-result.ts';
import { readSource, type TargetType } from './read-source.ts';

/** A document whose pages lie in a file that is still to be read. */
export interface FileDocument extends Omit<CaseDocument, 'pages'> {
  /** From the folder of files. */
  path: string;
  column?: string | undefined;
}

export interface BuiltCase {
  /** With the documents that the row itself holds; those of files are empty until they are read. */
  case: Case;
  files: FileDocument[];
  label: Label | undefined;
  /** What keeps families together; absent: the case is one of its own. */
  family: string | undefined;
  /** What is taken in and should be looked at. */
  odd: RowProblem[];
}

/** A row as a case, or every reason why it is none. */
export type BuildResult = { built: BuiltCase; problems?: never } | { built?: never; problems: RowProblem[] };

export function buildCase(mapping: Mapping, row: InputRow, context: LabelContext): BuildResult {
  const problems: RowProblem[] = [...row.problems];
  const read = <T extends FieldValue>(source: Source | undefined, type?: TargetType): T | null => {
    if (source === undefined) return null;
    const result = readSource(source, row, context, type);
    if (result.ok) return result.value as T;
    problems.push({ column: source.column, is: result.is, expected: result.expected });
    return null;
  };
  const known = knownWordsOf(context.taxonomy);
  const toKnown = (value: string, source: Source, words: KnownWords): string => {
    const found = readKnown(value, words);
    if (found.ok) return found.value;
    problems.push({ column: source.column, is: found.is, expected: found.expected });
    return value;
  };
  const need = (source: Source, type?: TargetType, words?: KnownWords): string => {
    const before = problems.length;
    const value = read(source, type);
    if (value === null && problems.length === before)
      problems.push({ column: source.column, is: 'an empty cell', expected: 'a value' });
    if (value === null) return '';
    return words === undefined ? String(value) : toKnown(String(value), source, words);
  };
  const { case: parts } = mapping;
  const caseId = toCaseId(need(parts.caseId));
  const cluster = read<string>(parts.cluster);
  const documents: CaseDocument[] = [];
  const files: FileDocument[] = [];
  const candidate = {
    schema: 'maalestok.case.v1' as const,
    caseId,
    task: need(parts.task, 'text', known.task),
    caseType: need(parts.caseType, 'text', known.caseType),
    municipality: need(parts.municipality),
    ...(cluster === null ? {} : { cluster }),
    applicationDate: need(parts.applicationDate, 'date'),
    zone: need(parts.zone, 'text', known.zone),
    fields: readFields(mapping, read, context),
    documents,
    files: [],
    localRules: mapping.localRules.flatMap((rule) => readRule(rule, read)),
  };
  for (const document of mapping.documents) {
    const type = toKnown(String(read(document.type) ?? 'andet'), document.type, known.documentType);
    readDocument(document, type, read, { documents, files, problems });
  }
  const familyValue = read(mapping.splits.family, 'any');
  const { wrong, odd } = checkPlausible(candidate, context.taxonomy, context.today);
  problems.push(...wrong.map((each) => toRowProblem(each, parts)));
  const { labels } = mapping;
  const label =
    labels === undefined ? undefined : buildLabel({ ...mapping, labels }, candidate, row, context, problems);
  if (problems.length > 0) return { problems };
  const checked = CaseSchema.safeParse(candidate);
  if (!checked.success)
    return { problems: checked.error.issues.map((issue) => toProblem(issue, candidate, mapping)) };
  const family = familyValue === null || familyValue === '' ? undefined : String(familyValue);
  return {
    built: { case: checked.data, files, label, family, odd: odd.map((each) => toRowProblem(each, parts)) },
  };
}

/** `24/1234` and `24 1234` are common numbers of cases: the sign and the blank become `-`. */
export function toCaseId(text: string): string {
  return text.replace(/[\s/\\]+/gu, '-');
}

type Read = <T extends FieldValue>(source: Source | undefined, type?: TargetType) => T | null;

function readFields(
  { case: { fields, ownFields } }: Mapping,
  read: Read,
  { taxonomy }: LabelContext,
): Case['fields'] {
  const known = new Map(taxonomy.fields.map(({ name, type }) => [name, type]));
  const values: [string, FieldValue][] = [];
  for (const [name, source] of Object.entries({ ...fields, ...ownFields })) {
    const value = read(source, known.get(name) ?? 'any');
    if (value !== null) values.push([name, value]);
  }
  return Object.fromEntries(values);
}

function readRule(mapping: LocalRuleMapping, read: Read): LocalRule[] {
  const text = (source: Source) => {
    const value = read(source);
    return value === null ? '' : String(value);
  };
  const rule = {
    plan: text(mapping.plan),
    paragraph: text(mapping.paragraph),
    topic: text(mapping.topic),
    text: text(mapping.text),
  };
  const value = read<string | number>(mapping.value, 'any');
  // A case outside any local plan has none of it.
  if (rule.plan === '' || (rule.text === '' && value === null)) return [];
  return [
    {
      ...rule,
      ...(mapping.operator === undefined ? {} : { operator: mapping.operator }),
      ...(value === null ? {} : { value }),
      ...(mapping.unit === undefined ? {} : { unit: mapping.unit }),
    },
  ];
}

interface Collected {
  documents: CaseDocument[];
  files: FileDocument[];
  problems: RowProblem[];
}

function readDocument(
  mapping: DocumentMapping,
  type: string,
  read: Read,
  { documents, files, problems }: Collected,
): void {
  const date = read<string>(mapping.date, 'date');
  const head = {
    documentId: mapping.documentId,
    type,
    title: String(read(mapping.title) ?? mapping.documentId),
    ...(date === null ? {} : { date }),
  };
  const source = mapping.text ?? mapping.file!;
  const before = problems.length;
  if (mapping.text !== undefined) {
    const text = read<string>(source);
    if (text !== null) {
      const pages = text.split('\f').map((page, at) => ({ page: at + 1, text: page.trim() }));
      documents.push({ ...head, pages });
      return;
    }
  } else {
    const names = read<string[]>(source, 'list') ?? [];
    for (const [at, name] of names.entries()) {
      const path = checkPath(name);
      const documentId = names.length === 1 ? head.documentId : `${head.documentId}-${at + 1}`;
      if (path.ok) files.push({ ...head, documentId, path: path.value, column: source.column });
      else problems.push({ column: source.column, is: path.is, expected: path.expected });
    }
    if (names.length > 0) {
      // It holds the place among the documents until its file is read.
      for (const file of files.slice(-names.length))
        documents.push(DocumentSchema.parse({ ...file, pages: [] }));
      return;
    }
  }
  if (mapping.required && problems.length === before)
    problems.push({ column: source.column, is: 'an empty cell', expected: 'the document' });
}

function toRowProblem(
  { name, is, expected }: Implausible,
  { applicationDate, fields }: Mapping['case'],
): RowProblem {
  const source = name === 'applicationDate' ? applicationDate : fields[name];
  return { column: source?.column ?? name, is, expected };
}

type Issue = { path: PropertyKey[]; message: string };

/** The schema's word on a value, at the column that it came from. */
function toProblem({ path, message }: Issue, candidate: object, { case: parts }: Mapping): RowProblem {
  const [first] = path;
  const source = first === undefined ? undefined : (parts as Record<PropertyKey, unknown>)[first];
  const value = first === undefined ? undefined : (candidate as Record<PropertyKey, unknown>)[first];
  return {
    column: (source as Source | undefined)?.column ?? (first === undefined ? undefined : String(first)),
    is: typeof value === 'string' ? `"${excerpt(value)}"` : 'a value',
    expected: message.replace(/^Invalid (?:string|option): (?:expected )?/u, ''),
  };
}
