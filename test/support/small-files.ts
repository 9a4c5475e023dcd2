import { createHash, randomBytes } from 'node:crypto';
import { PDFDocument, PDFName } from 'pdf-lib';
import type { Case } from '../../datasets/case.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { createMemoryStore } from '../../functions/adapters/memory-store.ts';

/** A PDF of pages of about these sizes, which no compression makes smaller. Page widths count from `width`. */
export async function pdfOf(pageBytes: readonly number[], width = 100): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const [at, bytes] of pageBytes.entries()) {
    const page = pdf.addPage([width + at, 200]);
    // A comment: noise that draws nothing.
    const noise = `%${randomBytes(Math.ceil(bytes / 2)).toString('hex')}\n`;
    page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(noise)));
  }
  return pdf.save();
}

/** The widths of a PDF's pages, in order: which pages they are. */
export async function pageWidths(bytes: Uint8Array): Promise<number[]> {
  return (await PDFDocument.load(bytes, { updateMetadata: false })).getPages().map((page) => page.getWidth());
}

/** The header of an image of this size, and then nothing. */
export function imageOf(format: 'png' | 'jpeg' | 'gif' | 'webp', width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(64);
  switch (format) {
    case 'png':
      bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
      bytes.writeUInt32BE(width, 16);
      bytes.writeUInt32BE(height, 20);
      break;
    case 'gif':
      bytes.write('GIF89a', 'latin1');
      bytes.writeUInt16LE(width, 6);
      bytes.writeUInt16LE(height, 8);
      break;
    case 'jpeg':
      // Start, a JFIF segment, a Huffman table, then the frame.
      bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc4, 0, 2, 0xff, 0xff, 0xc2, 0, 17, 8]);
      bytes.writeUInt16BE(height, 18);
      bytes.writeUInt16BE(width, 20);
      break;
    case 'webp':
      bytes.write('RIFF\0\0\0\0WEBPVP8X', 'latin1');
      bytes.writeUIntLE(width - 1, 24, 3);
      bytes.writeUIntLE(height - 1, 27, 3);
  }
  return bytes;
}

/** A data set's folder with these files, and the case's list of them. */
export async function storeFiles(
  contents: readonly { bytes: Uint8Array; mediaType?: string; name?: string }[],
): Promise<{ store: BlobStore; files: Case['files'] }> {
  const store = createMemoryStore();
  const files: Case['files'] = [];
  for (const [at, { bytes, mediaType = 'application/pdf', name = `fil ${at + 1}` }] of contents.entries()) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await store.write(`files/${sha256}`, bytes);
    files.push({ fileId: `f${at + 1}`, name, mediaType, sha256, bytes: bytes.length });
  }
  return { store, files };
}
