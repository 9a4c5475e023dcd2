import { PDFDocument } from 'pdf-lib';
import { converseLimits } from './converse-limits.ts';
import type { PackedPdf, PdfFile } from './packed-pdf.ts';
import { loadPdf, type PdfPart, splitPdf, takingApart } from './split-pdf.ts';

const { documents: most, documentBytes: largest } = converseLimits;

/**
 * Takes PDF files apart and puts them together again, in as few documents as a request may hold. Null where they do not fit.
 * @throws {ModelCallError} `unreadable-file` where one cannot be taken apart
 */
export async function repackPdfs(files: readonly PdfFile[]): Promise<PackedPdf[] | null> {
  const parts: PdfPart[] = [];
  for (const { fileId, bytes } of files) {
    const split = bytes.length <= largest ? [await wholeFile(fileId, bytes)] : await splitPdf(fileId, bytes);
    if (split === null) return null;
    parts.push(...split);
  }
  const groups = groupParts(parts);
  if (groups === null) return null;
  const packed = await Promise.all(groups.map(joinParts));
  return packed.some(({ bytes }) => bytes.length > largest) ? null : packed;
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
