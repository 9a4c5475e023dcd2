import { deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** A PDF with a page for each text; an empty text makes a page with nothing on it, as a scan looks to a reader of text. */
export async function makePdf(texts: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of texts) {
    const page = document.addPage();
    if (text !== '') page.drawText(text, { x: 50, y: 700, size: 12, font });
  }
  const day = new Date('2024-09-14T00:00:00Z');
  document.setCreationDate(day);
  document.setModificationDate(day);
  return document.save();
}

/** A PDF of one page whose content unpacks to so many bytes of operators that draw nothing. */
export function makePdfBomb(bytes: number): Uint8Array {
  const content = deflateSync(Buffer.alloc(bytes, 'q Q '), { level: 1 });
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] /Contents 4 0 R >>',
  ];
  const head = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  const stream = `4 0 obj\n<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n${head}${stream}`),
    content,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n'),
  ]);
}
