import { ModelCallError } from '../../../datasets/errors.ts';
import { converseLimits, megabytes } from './converse-limits.ts';
import type { PackedPdf, PdfFile } from './packed-pdf.ts';

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
  // Loaded with the first files that must be taken apart: most cases' files go as they are.
  const { repackPdfs } = await import('./repack-pdfs.ts');
  const packed = await repackPdfs(files);
  if (packed === null) throw overLimits(files);
  return packed;
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
