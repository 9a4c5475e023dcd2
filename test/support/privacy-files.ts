import { strToU8, zipSync } from 'fflate';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** Files with somebody in them: an invented person, a number of someone who is not born yet, a number nobody has. */

/** One page with text, one without; an author in the information dictionary. */
export async function personalPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setAuthor('Solrun Pihlkjær');
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([400, 200]).drawText('Fuldmagt, cpr 140244-6123', { x: 20, y: 100, size: 12, font });
  pdf.addPage([400, 200]);
  return pdf.save();
}

/** A name in a cell, another in a comment, a third in the properties. */
export function personalXlsx(): Uint8Array {
  return zipSync({
    'xl/sharedStrings.xml': strToU8(
      '<sst><si><t>Ejer: Mette Hansen</t></si><si><t>Areal 40 m2</t></si></sst>',
    ),
    'xl/comments1.xml': strToU8(
      '<comments><commentList><comment><text><r><t>Ring tlf. 12 34 56 78</t></r></text></comment></commentList></comments>',
    ),
    'docProps/core.xml': strToU8(
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Solrun Pihlkjær</dc:creator></cp:coreProperties>',
    ),
    'xl/media/image1.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  });
}

/** A name that Word has split over two runs. */
export function personalDocx(): Uint8Array {
  const text = '<w:p><w:r><w:t>Ansøger: Met</w:t></w:r><w:r><w:t>te Hansen</w:t></w:r></w:p>';
  return zipSync({
    'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${text}</w:body></w:document>`),
  });
}

export function personalSvg(): string {
  return '<svg xmlns="http://www.w3.org/2000/svg"><title>Plan</title><path d="M 12 34 56 78"/><text x="1" y="2">Tegn.: MKL</text><text x="1" y="4">Rugvænget 3</text></svg>';
}

/** A JPEG of no picture with EXIF: an artist, and a latitude. */
export function personalJpeg(): Uint8Array {
  const artist = Buffer.from('Solrun Pihlkjaer\0', 'latin1');
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + artist.length + 1 + 2 + 2 * 12 + 4 + 24);
  let at = tiff.write('MM\0*', 0, 'latin1');
  at = tiff.writeUInt32BE(8, at);
  const data = 8 + 2 + 2 * 12 + 4;
  const gps = data + artist.length + (artist.length % 2);
  at = tiff.writeUInt16BE(2, at);
  at = entry(tiff, at, 0x013b, 2, artist.length, data);
  at = entry(tiff, at, 0x8825, 4, 1, gps);
  artist.copy(tiff, data);
  at = tiff.writeUInt16BE(2, gps);
  at = entry(tiff, at, 0x0001, 2, 2, 0x4e000000);
  at = entry(tiff, at, 0x0002, 5, 3, gps + 2 + 2 * 12 + 4);
  at += 4;
  for (const number of [55, 1, 40, 1, 30, 1]) at = tiff.writeUInt32BE(number, at);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, exif, Buffer.from([0xff, 0xd9])]);
}

function entry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): number {
  let next = tiff.writeUInt16BE(tag, at);
  next = tiff.writeUInt16BE(type, next);
  next = tiff.writeUInt32BE(count, next);
  return tiff.writeUInt32BE(value, next);
}
