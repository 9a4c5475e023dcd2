import {
  type FilePart,
  largestFile,
  type PdfPort,
  type ReadFile,
  type Unpacked,
  unpackedLimits,
} from './part.ts';
import { readHtml } from './read-html.ts';
import { readImage } from './read-image.ts';
import { readOffice } from './read-office.ts';
import { readXml } from './read-xml.ts';

/** Archives within archives. */
const deepest = 3;

type FileForm = 'pdf' | 'zip' | 'image' | 'xml' | 'html' | 'text' | 'other';

/** The texts of a file of any kind, told by its first bytes; what cannot be read is named, never passed silently. */
export function readFileParts(bytes: Uint8Array, openPdf: PdfPort): Promise<ReadFile> {
  return readAny(bytes, { openPdf, unpacked: unpackedLimits() }, 0);
}

interface Reading {
  openPdf: PdfPort;
  unpacked: Unpacked;
}

/** @param depth in how many archives the file lies */
async function readAny(bytes: Uint8Array, reading: Reading, depth: number): Promise<ReadFile> {
  if (bytes.length > largestFile) return nothing('larger than 64 MB');
  const form = formOf(bytes);
  try {
    switch (form) {
      case 'pdf':
        return await reading.openPdf(bytes);
      case 'zip':
        if (depth >= deepest) return nothing('an archive too deep inside');
        return await readOffice(bytes, reading.unpacked, (entry) => readAny(entry, reading, depth + 1));
      case 'image':
        return readImage(bytes);
      case 'xml':
        return readMarkup(decode(bytes));
      case 'html': {
        const { parts, unreadable } = readPlain(decode(bytes));
        return {
          parts: [...parts, { field: 'as shown', text: readHtml(parts[0]!.text), again: true }],
          unreadable,
        };
      }
      case 'text':
        return readPlain(decode(bytes));
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

function readPlain(text: string): ReadFile {
  const why = packedText.find(([, pattern]) => pattern.test(text))?.[0];
  return { parts: [{ field: '', text }], unreadable: why === undefined ? [] : [why] };
}

/** Texts that hold more than can be read off them. */
const packedText: [string, RegExp][] = [
  ['RTF', /^\s*\{\\rtf/u],
  ['a mail or web archive (MIME)', /^(?:mime-version|content-transfer-encoding):/imu],
  ['a packed object inside', /[\w+/-]{200}|(?:[\w+/-]{60,}\r?\n){3}/u],
];

function readMarkup(xml: string): ReadFile {
  const { text, parted, attributes, broken } = readXml(xml);
  const parts: FilePart[] = [
    { field: 'text', text },
    { field: 'attributes', text: attributes },
    { field: 'parted', text: parted, again: true },
  ];
  const pictures = /<(?:\w+:)?image\b|data:[\w/+.-]+[;,]|[\w+/-]{200}/iu.test(xml)
    ? ['a picture inside']
    : [];
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
  if (hex === '504b0304') return 'zip';
  if (head.includes('%PDF-')) return 'pdf';
  if (imageStarts.some((start) => hex.startsWith(start)) || head.toString('latin1', 4, 8) === 'ftyp')
    return 'image';
  if (head.includes(0)) return 'other';
  const text = head.toString('utf8').trimStart();
  if (/^\ufeff?<(?:!doctype html|html)/iu.test(text)) return 'html';
  return /^\ufeff?<(?:\?xml|svg)/iu.test(text) ? 'xml' : 'text';
}
