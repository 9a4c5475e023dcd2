import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { gateFile } from '../../datasets/privacy/files/gate-file.ts';

/** What the gate finds in bytes, sorted: the kind, and where; of what cannot be read, what it is. */
export async function gateBytes(bytes: Uint8Array): Promise<string[]> {
  const found = await gateFile(bytes, 'a');
  return [...new Set(found.map(({ finding: { kind, field } }) => `${kind}: ${field}`))].sort();
}

/** A PNG of one grey, with chunks of its own behind the head. */
export function makePng(
  width: number,
  height: number,
  chunks: [name: string, body: Uint8Array][] = [],
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...chunks.map(([name, body]) => chunk(name, body)),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height, 0))),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, body: Uint8Array): Buffer {
  const data = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const framed = Buffer.alloc(data.length + 8);
  framed.writeUInt32BE(body.length, 0);
  data.copy(framed, 4);
  framed.writeUInt32BE(crc32(data), data.length + 4);
  return framed;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A PDF of a page with a line that names nobody, changed. */
export async function makePagePdf(change: (pdf: PDFDocument) => Promise<void> | void = () => undefined) {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawText('Side 1');
  await change(pdf);
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

/** A PDF as a program leaves it that appends its change: the object of that number is written anew. */
export function appendObject(pdf: Buffer, number: number, body: string): Buffer {
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(pdf.toString('latin1'))![1]!;
  const root = /\/Root (\d+ \d+ R)/u.exec(pdf.toString('latin1'))![1]!;
  const at = pdf.length;
  const object = `${number} 0 obj\n${body}\nendobj\n`;
  const table = `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  const trailer = `trailer\n<< /Size 100 /Root ${root} /Prev ${before} >>\n`;
  const end = `startxref\n${at + object.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(object + table + trailer + end, 'latin1')]);
}
