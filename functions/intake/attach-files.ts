import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseDocument } from '../../datasets/case.ts';
import { excerpt } from '../../datasets/errors.ts';
import type { BuiltCase, FileDocument } from '../../datasets/intake/build-case.ts';
import { cleanCell, wordKey } from '../../datasets/intake/clean-cell.ts';
import { knownWordsOf, readKnown } from '../../datasets/intake/known-words.ts';
import type { Mapping } from '../../datasets/intake/mapping.ts';
import type { RowProblem } from '../../datasets/intake/read-result.ts';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import type { PdfReader } from '../pdf/pdf-reader.ts';
import type { IntakeReport } from './intake-report.ts';
import type { OpenInput } from './open-input.ts';
import { type DocumentFile, readDocumentFile } from './read-document-file.ts';

export interface AttachOptions {
  opened: OpenInput;
  mapping: Mapping;
  pdfs: PdfReader;
  /** The folder that is being written. */
  beside: string;
  report: IntakeReport;
}

/** Every reason why a case's files cannot be taken in, or what takes away again what was stored for it alone. */
export type Attached =
  | { problems: RowProblem[]; undo?: never }
  | { problems?: never; undo: () => Promise<void> };

/**
 * Reads the files of a case into its documents; they are stored under their hash. Where one of them cannot be read the
 * case is refused whole, and none stays.
 */
export async function attachFiles(built: BuiltCase, options: AttachOptions): Promise<Attached> {
  const { opened, pdfs, beside, report } = options;
  const problems = missing(built, options);
  const stored: string[] = [];
  const undo = async () => {
    for (const path of stored) await rm(path, { force: true });
  };
  const added: CaseDocument[] = [];
  const without: IntakeReport['pagesWithoutText'] = [];
  for (const { path: from, column, ...document } of [...built.files, ...byPattern(built, options)]) {
    const read = await readDocumentFile(opened.filesRoot, from, pdfs);
    if (!read.ok) {
      problems.push({ column: column ?? 'files', is: read.is, expected: read.expected });
      continue;
    }
    const file = read.value;
    const path = await store(beside, file);
    if (path !== undefined) stored.push(path);
    const fileId = `fil-${file.sha256.slice(0, 12)}`;
    const pages = file.pages.map((text, at) => ({ page: at + 1, text }));
    added.push({ ...document, fileId, pages });
    const { name, mediaType, sha256, content } = file;
    if (!built.case.files.some((each) => each.fileId === fileId)) {
      built.case.files.push({ fileId, name, mediaType, sha256, bytes: content.length });
    }
    const empty = pages.filter(({ text }) => text === '').map(({ page }) => page);
    if (empty.length > 0)
      without.push({ caseId: built.case.caseId, documentId: document.documentId, file: from, pages: empty });
  }
  if (problems.length > 0) {
    await undo();
    return { problems };
  }
  report.pagesWithoutText.push(...without);
  const byId = new Map(added.map((document) => [document.documentId, document]));
  const placed = built.case.documents.map((document) => byId.get(document.documentId) ?? document);
  const ids = new Set(placed.map(({ documentId }) => documentId));
  built.case.documents = [...placed, ...added.filter(({ documentId }) => !ids.has(documentId))];
  return { undo };
}

/** A case without its documents would be a complete case to nobody's eyes. */
function missing(
  { case: { caseId }, files }: BuiltCase,
  { opened: { scanned, filesRoot }, mapping }: AttachOptions,
): RowProblem[] {
  const { pattern, required } = mapping.files ?? { pattern: '', required: false };
  if (!required || files.length > 0 || (scanned.byCase.get(caseId)?.length ?? 0) > 0) return [];
  return [
    {
      column: mapping.case.caseId.column,
      is: `"${excerpt(caseId)}", to which no file in ${excerpt(filesRoot, 100)} belongs by the pattern "${excerpt(pattern, 80)}"`,
      expected: 'at least one file (or `files: { required: false }` in the mapping)',
    },
  ];
}

/** The documents whose files belong to the case by their path. */
function byPattern(
  { case: { caseId, documents } }: BuiltCase,
  { opened, mapping }: AttachOptions,
): FileDocument[] {
  const { files } = mapping;
  if (files === undefined) return [];
  const taken = new Set(documents.map(({ documentId }) => documentId));
  let number = 0;
  return (opened.scanned.byCase.get(caseId) ?? []).map(({ path, document }) => {
    do number += 1;
    while (taken.has(`dok-${number}`));
    const word = Object.keys(files.types).find((each) => wordKey(document).includes(wordKey(each)));
    const type = toDocumentType(word === undefined ? files.type : files.types[word]!);
    return {
      documentId: `dok-${number}`,
      type,
      title: excerpt(cleanCell(document.replaceAll('_', ' ')), 200),
      path,
    };
  });
}

const { documentType } = knownWordsOf(builtInTaxonomy());

/** A mapping may say a type by its Danish name; what it says is checked already. */
function toDocumentType(word: string): string {
  const read = readKnown(word, documentType);
  return read.ok ? read.value : word;
}

/** @returns the path where nothing was before */
async function store(beside: string, { sha256, content }: DocumentFile): Promise<string | undefined> {
  const path = join(beside, 'files', sha256);
  const there = await readFile(path).catch(() => null);
  if (there?.equals(content) === true) return undefined;
  // A damaged one is a link to the data set's own file: it is replaced, not written into.
  await rm(path, { force: true });
  await writeFile(path, content);
  return there === null ? path : undefined;
}
