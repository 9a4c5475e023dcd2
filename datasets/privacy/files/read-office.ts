import { findMakers } from './find-makers.ts';
import type { FilePart, ReadFile, Unpacked } from './part.ts';
import { readXml } from './read-xml.ts';
import { readZip } from './read-zip.ts';

const xmlNames = /\.(?:xml|rels|vml|svg)$/iu;
/** Of these OOXML parts the attributes name fonts and styles: only their texts are read. */
const plain = /^(?:word|xl|ppt)\/(?:styles|fontTable|calcChain|theme\/(?:_rels\/)?theme\d+)\.xml$/iu;
/** Numbers of editing sessions, which look like telephone numbers. */
const sessions = /<w:rsid\w*\b[^>]*\/>/gu;

/**
 * XLSX, DOCX, PPTX, ODT and any other ZIP: every entry is read by what it is, with its name and the comments, or is named
 * as unreadable.
 * @param readEntry reads an entry that is no XML: a picture, a nested file
 */
export async function readOffice(
  bytes: Uint8Array,
  unpacked: Unpacked,
  readEntry: (bytes: Uint8Array) => Promise<ReadFile>,
): Promise<ReadFile> {
  const { entries, comments, hidden } = readZip(bytes);
  const parts: FilePart[] = comments.map((text) => ({ field: 'comment', text }));
  const unreadable: string[] = hidden ? ['bytes outside all entries'] : [];
  for (const { name, localName, unpack } of entries) {
    for (const each of new Set([name, localName])) {
      parts.push({ field: 'name of an entry', text: each, fileName: true });
    }
    const content = unpack(Math.min(unpacked.largestPart, unpacked.left));
    if (content === undefined) {
      unreadable.push(`${name}: unpacks to too much`);
      continue;
    }
    if (content.length === 0) continue;
    unpacked.left -= content.length;
    const read = xmlNames.test(name) ? readXmlEntry(name, content) : await readEntry(content);
    for (const part of read.parts) {
      parts.push({ ...part, field: part.field === '' ? name : `${name} ${part.field}` });
    }
    unreadable.push(...read.unreadable.map((why) => `${name}: ${why}`));
  }
  return { parts, unreadable };
}

function readXmlEntry(name: string, content: Uint8Array): ReadFile {
  let xml: string;
  try {
    xml = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return { parts: [], unreadable: ['no UTF-8'] };
  }
  const parts: FilePart[] = [];
  parts.push(...findMakers(name, xml));
  const { text, parted, attributes, broken } = readXml(xml.replaceAll(sessions, ''));
  if (text.trim() !== '') parts.push({ field: '', text });
  if (parted !== text) parts.push({ field: 'parted', text: parted, again: true });
  if (attributes !== '' && !plain.test(name)) parts.push({ field: 'attributes', text: attributes });
  const packed = /[\w+/-]{200}/u.test(text + attributes) ? ['a packed object inside'] : [];
  return { parts, unreadable: broken ? ['broken XML', ...packed] : packed };
}
