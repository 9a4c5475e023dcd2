import { PDFDocument } from 'pdf-lib';
import { ModelCallError } from '../../../datasets/errors.ts';
import { converseLimits, megabytes } from './converse-limits.ts';
import { loadPdf, type PdfPart, splitPdf, takingApart } from './split-pdf.ts';

export interface PdfFile {
  fileId: string;
  bytes: Uint8Array;
}

/** One document of a request: a file as it is, or parts of files one after another. */
export interface PackedPdf {
  bytes: Uint8Array;
  /** In the order of its pages. `pages`: from the file, counted from 1; absent where the file is whole. */
  parts: { fileId: string; pageCount?: number; pages?: { first: number; last: number } }[];
}

const { documents: most, documentBytes: largest } = converseLimits;

/**
 * Brings PDF files into as many documents, and as large ones, as a request may hold: a file that is too large is
 * split by pages, and small ones are put together where they are too many. No page is left out. The same files give
 * the same documents, to the byte.
 * @throws {ModelCallError} `over-limits` where they do not fit; `unreadable-file` where one that must be taken apart
 * cannot be
 */
export async function packPdfs(files: readonly PdfFile[]): Promise<PackedPdf[]> {
  if (files.length <= most && files.every(({ bytes }) => bytes.length <= largest)) {
    return files.map(({ fileId, bytes }) => ({ bytes, parts: [{ fileId }] }));
  }
  // Beyond this, no splitting helps, and it would take long to find out.
  if (sizeOf(files) > 4 * most * largest) throw overLimits(files);
  const parts: PdfPart[] = [];
  for (const { fileId, bytes } of files) {
    const split = bytes.length <= largest ? [await wholeFile(fileId, bytes)] : await splitPdf(fileId, bytes);
    if (split === null) throw overLimits(files);
    parts.push(...split);
  }
  const groups = groupParts(parts);
  if (groups === null) throw overLimits(files);
  const packed = await Promise.all(groups.map(joinParts));
  if (packed.some(({ bytes }) => bytes.length > largest)) throw overLimits(files);
  return packed;
}

async function wholeFile(fileId: string, bytes: Uint8Array): Promise<PdfPart> {
  const pageCount = (await loadPdf(fileId, bytes)).getPageCount();
  return { fileId, bytes, pageCount };
}

/** The largest parts first, each into the first group with room; null where the groups do not suffice. */
function groupParts(parts: readonly PdfPart[]): PdfPart[][] | null {
  if (parts.length <= most) return parts.map((part) => [part]);
  const groups: { at: number[]; bytes: number }[] = [];
  const bySize = parts
    .map((part, at) => ({ at, bytes: part.bytes.length }))
    .sort((a, b) => b.bytes - a.bytes);
  for (const { at, bytes } of bySize) {
    const room = groups.find((group) => group.bytes + bytes <= largest);
    if (room === undefined) groups.push({ at: [at], bytes });
    else {
      room.at.push(at);
      room.bytes += bytes;
    }
  }
  if (groups.length > most) return null;
  return groups
    .map(({ at }) => at.sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!)
    .map((group) => group.map((at) => parts[at]!));
}

async function joinParts(parts: readonly PdfPart[]): Promise<PackedPdf> {
  const named = parts.map(({ bytes: _, ...part }) => part);
  const [only] = parts;
  if (parts.length === 1) return { bytes: only!.bytes, parts: named };
  const joined = await PDFDocument.create({ updateMetadata: false });
  for (const { fileId, bytes } of parts) {
    const source = await loadPdf(fileId, bytes);
    await takingApart(fileId, async () => {
      for (const page of await joined.copyPages(source, source.getPageIndices())) joined.addPage(page);
    });
  }
  return { bytes: await joined.save(), parts: named };
}

function overLimits(files: readonly PdfFile[]): ModelCallError {
  const largestFile = Math.max(...files.map(({ bytes }) => bytes.length));
  return new ModelCallError(
    'over-limits',
    `Cannot send the case: ${files.length} PDF files of ${megabytes(sizeOf(files))} in all, the largest of ${megabytes(largestFile)}, expected what fits in ${most} documents of ${megabytes(largest)}. Nothing was sent`,
  );
}

function sizeOf(files: readonly PdfFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
