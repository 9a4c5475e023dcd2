import { PDFDocument } from 'pdf-lib';
import { ModelCallError } from '../../../datasets/errors.ts';
import { converseLimits } from './converse-limits.ts';

/** A PDF of its own: a whole file, or a run of its pages. */
export interface PdfPart {
  fileId: string;
  bytes: Uint8Array;
  pageCount: number;
  /** Which pages of the file, from 1; absent where it is whole. */
  pages?: { first: number; last: number };
}

const { documents: most, documentBytes: largest } = converseLimits;

/** Splits a file into runs of pages, each as long as one document may hold. Null where that is too many, where one
 * page is too large, or where it has none. */
export async function splitPdf(fileId: string, bytes: Uint8Array): Promise<PdfPart[] | null> {
  const source = await loadPdf(fileId, bytes);
  const count = source.getPageCount();
  const parts: PdfPart[] = [];
  for (let first = 0; first < count; ) {
    if (parts.length === most) return null;
    const part = await takingApart(fileId, () => longestRun(source, first, count));
    if (part === null) return null;
    parts.push({ fileId, ...part });
    first += part.pageCount;
  }
  return parts.length === 0 ? null : parts;
}

/** The longest run from a page on that fits, by halving. A longer run is never smaller. */
async function longestRun(
  source: PDFDocument,
  first: number,
  count: number,
): Promise<Omit<PdfPart, 'fileId'> | null> {
  let fits: { pageCount: number; bytes: Uint8Array } | null = null;
  for (let low = 1, high = count - first; low <= high; ) {
    const pageCount = (low + high) >> 1;
    const bytes = await copyRun(source, first, pageCount);
    if (bytes.length <= largest) {
      fits = { pageCount, bytes };
      low = pageCount + 1;
    } else high = pageCount - 1;
  }
  return fits === null ? null : { ...fits, pages: { first: first + 1, last: first + fits.pageCount } };
}

async function copyRun(source: PDFDocument, first: number, pageCount: number): Promise<Uint8Array> {
  const run = await PDFDocument.create({ updateMetadata: false });
  const indices = Array.from({ length: pageCount }, (_, at) => first + at);
  for (const page of await run.copyPages(source, indices)) run.addPage(page);
  return run.save();
}

/** @throws {ModelCallError} `unreadable-file` where it is no PDF, is damaged, or is encrypted */
export function loadPdf(fileId: string, bytes: Uint8Array): Promise<PDFDocument> {
  return takingApart(fileId, async () => {
    // Strict: of a damaged file, pages could be lost without a word.
    const options = { updateMetadata: false, throwOnInvalidObject: true };
    const pdf = await PDFDocument.load(bytes, options);
    pdf.getPageCount();
    return pdf;
  });
}

/** Whatever the library throws at a file is the file's fault: it may be damaged anywhere. */
export async function takingApart<T>(fileId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new ModelCallError(
      'unreadable-file',
      `Cannot send the case: file "${fileId}" is no PDF that can be split or put together with others (damaged or encrypted). Nothing was sent`,
      { cause },
    );
  }
}
