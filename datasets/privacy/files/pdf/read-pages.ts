import { getDocumentProxy } from 'unpdf';
import { pageText } from '../../../pdf/page-text.ts';
import type { PdfLimits } from '../../../pdf/pdf-limits.ts';
import type { FilePart, ReadFile } from '../part.ts';

const personal = /^(?:Author|Manager|Company|LastModifiedBy)$/u;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Text of each page, notes, links and form fields, bookmarks, the information dictionary. A page without text and an attached file are named. */
export async function readPages(
  bytes: Uint8Array,
  limits: Pick<PdfLimits, 'pages' | 'text'>,
): Promise<ReadFile> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false });
  const parts: FilePart[] = [];
  const unreadable: string[] = [];
  const { info } = await document.getMetadata();
  for (const [name, value] of entriesOf(info)) {
    parts.push({ field: name, text: value, label: name, personal: personal.test(name) });
  }
  for (const [name, value] of entriesOf((info as { Custom?: unknown }).Custom)) {
    parts.push({ field: name, text: value, label: name, personal: personal.test(name) });
  }
  await readAround(document, parts, unreadable);
  let length = 0;
  for (let number = 1; number <= Math.min(document.numPages, limits.pages); number += 1) {
    const page = await document.getPage(number);
    const text = pageText((await page.getTextContent()).items);
    const annotations: Record<string, unknown>[] = await page.getAnnotations();
    const notes = annotations.map(noteOf).filter((note) => note !== '');
    if (annotations.some(({ file }) => file !== undefined))
      unreadable.push(`page ${number}: an attached file`);
    length += text.length;
    if (text.trim() === '') unreadable.push(`page ${number}: no text`);
    parts.push({ field: `page ${number}`, text });
    for (const note of notes) parts.push({ field: `page ${number} note`, text: note });
    page.cleanup();
    if (length > limits.text) {
      unreadable.push(`from page ${number + 1}: too much text`);
      break;
    }
  }
  if (document.numPages > limits.pages) unreadable.push(`from page ${limits.pages + 1}: too many pages`);
  await document.loadingTask.destroy();
  return { parts, unreadable };
}

/** What an annotation or a form field says: note, author, name, value, choices, link, attached file. */
const told =
  /^(?:contentsObj|titleObj|richText|fieldValue|defaultFieldValue|fieldName|alternativeText|url|unsafeUrl|options|buttonValue|file|description|subject)$/u;

function noteOf(annotation: Record<string, unknown>): string {
  const { titleObj, ...rest } = annotation as { titleObj?: { str?: string } };
  const author = titleObj?.str ? [`Author: ${titleObj.str}`] : [];
  const own = Object.entries(rest).filter(([name]) => told.test(name));
  return [...author, ...own.flatMap(([, value]) => textsIn(value))].join('\n');
}

/** Bookmarks, form fields wherever they are, scripts, and the names of attached files, which are not opened. */
async function readAround(document: PdfDocument, parts: FilePart[], unreadable: string[]): Promise<void> {
  const around: [field: string, value: unknown][] = [
    ['bookmarks', await document.getOutline()],
    ['form fields', await document.getFieldObjects()],
    ['scripts', await document.getJSActions()],
  ];
  for (const [field, value] of around) {
    const text = [...new Set(textsIn(value))].join('\n');
    if (text !== '') parts.push({ field, text });
  }
  const attachments: unknown = await document.getAttachments();
  const attached = attachments instanceof Map ? [...attachments.values()] : Object.values(attachments ?? {});
  for (const file of attached) {
    parts.push({ field: 'attached file', text: textsIn(file).join('\n') });
    unreadable.push('an attached file');
  }
}

const deepest = 8;

/** The texts in a value, in order; bytes are none. */
function textsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth > deepest) return [];
  return Object.values(value).flatMap((each) => textsIn(each, depth + 1));
}

function entriesOf(info: unknown): [string, string][] {
  return Object.entries((info ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  );
}
