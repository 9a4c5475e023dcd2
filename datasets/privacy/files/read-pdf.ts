import { getDocumentProxy } from 'unpdf';
import { type FilePart, largestUnpacked, type ReadFile } from './part.ts';
import { readXmp } from './read-xmp.ts';

const mostPages = 2000;
const personal = /^(?:Author|Manager|Company|LastModifiedBy)$/u;

interface TextItem {
  str?: string;
  hasEOL?: boolean;
}

/** Text of each page, notes and form fields, the information dictionary, XMP. A page without text is named. */
export async function readPdf(bytes: Uint8Array): Promise<ReadFile> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false });
  const parts: FilePart[] = [];
  const unreadable: string[] = [];
  const { info } = await document.getMetadata();
  for (const [name, value] of entriesOf(info)) {
    parts.push({ field: name, text: value, label: name, personal: personal.test(name) });
  }
  parts.push(...readXmp(bytes));
  let length = 0;
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = (items as TextItem[])
      .map(({ str, hasEOL }) => (str ?? '') + (hasEOL === true ? '\n' : ''))
      .join('');
    const notes = (await page.getAnnotations()).map(noteOf).filter((note) => note !== '');
    length += text.length;
    if (text.trim() === '') unreadable.push(`page ${number}: no text`);
    parts.push({ field: `page ${number}`, text });
    for (const note of notes) parts.push({ field: `page ${number} note`, text: note });
    page.cleanup();
    if (length > largestUnpacked) {
      unreadable.push(`from page ${number + 1}: too much text`);
      break;
    }
  }
  if (document.numPages > mostPages) unreadable.push(`from page ${mostPages + 1}: too many pages`);
  await document.loadingTask.destroy();
  return { parts, unreadable };
}

function noteOf(annotation: Record<string, unknown>): string {
  const { contentsObj, titleObj, fieldValue } = annotation as {
    contentsObj?: { str?: string };
    titleObj?: { str?: string };
    fieldValue?: unknown;
  };
  const author = titleObj?.str ? `Author: ${titleObj.str}` : '';
  return [author, contentsObj?.str ?? '', typeof fieldValue === 'string' ? fieldValue : '']
    .filter((text) => text !== '')
    .join('\n');
}

function entriesOf(info: unknown): [string, string][] {
  return Object.entries((info ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  );
}
