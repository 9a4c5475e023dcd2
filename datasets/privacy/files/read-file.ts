import { largestFile, type ReadFile } from './part.ts';
import { readImage } from './read-image.ts';
import { readOffice } from './read-office.ts';
import { readPdf } from './read-pdf.ts';
import { readXml } from './read-xml.ts';

type FileForm = 'pdf' | 'zip' | 'image' | 'xml' | 'html' | 'text' | 'other';

/** The texts of a file of any kind, told by its first bytes; what cannot be read is named, never passed silently. */
export async function readFileParts(bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length > largestFile) return nothing('larger than 64 MB');
  const form = formOf(bytes);
  try {
    switch (form) {
      case 'pdf':
        return await readPdf(bytes);
      case 'zip':
        return readOffice(bytes);
      case 'image':
        return readImage(bytes);
      case 'xml':
        return readMarkup(decode(bytes));
      case 'html':
      case 'text':
        return { parts: [{ field: '', text: decode(bytes) }], unreadable: [] };
      default:
        return nothing('a kind of file that the gate does not read');
    }
  } catch {
    return nothing(`no ${form} that can be opened (damaged, or locked with a password)`);
  }
}

function nothing(why: string): ReadFile {
  return { parts: [], unreadable: [why] };
}

function readMarkup(xml: string): ReadFile {
  const { text, attributes, broken } = readXml(xml);
  const parts = [
    { field: 'text', text },
    { field: 'attributes', text: attributes },
  ];
  const pictures = /<image\b|data:image\//u.test(xml) ? ['a picture inside'] : [];
  return { parts, unreadable: broken ? ['broken XML', ...pictures] : pictures };
}

/** @throws where it is no UTF-8 */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

const imageStarts = ['ffd8ff', '89504e47', '49492a00', '4d4d002a', '52494646', '474946'];

function formOf(bytes: Uint8Array): FileForm {
  const head = Buffer.from(bytes.subarray(0, 1024));
  const hex = head.toString('hex', 0, 4);
  if (head.includes('%PDF-')) return 'pdf';
  if (hex === '504b0304') return 'zip';
  if (imageStarts.some((start) => hex.startsWith(start)) || head.toString('latin1', 4, 8) === 'ftyp')
    return 'image';
  if (head.includes(0)) return 'other';
  const text = head.toString('utf8').trimStart();
  if (/^\ufeff?<(?:!doctype html|html)/iu.test(text)) return 'html';
  return /^\ufeff?<(?:\?xml|svg)/iu.test(text) ? 'xml' : 'text';
}
