import { strFromU8, unzipSync } from 'fflate';
import { type FilePart, largestUnpacked, type ReadFile } from './part.ts';
import { readXml } from './read-xml.ts';

/** Entries of docProps and meta.xml that name who made the file. */
const makers = /<(?:\w+:)?(creator|lastModifiedBy|Manager|Company|initial-creator)\b[^>]*>([^<]{1,500})</gu;
const texts = /\.(?:xml|rels|vml|txt|csv|json)$/u;
const skipped =
  /(?:^|\/)(?:styles|theme\d*|fontTable|settings|webSettings|numbering|calcChain|metadata)\.xml$|theme\//u;
const media = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|pdf|bin)$/iu;

/** XLSX, DOCX, PPTX, ODT: all text parts, comments, headers, properties, and the names of who made and changed it. */
export function readOffice(bytes: Uint8Array): ReadFile {
  const unreadable: string[] = [];
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (media.test(name)) unreadable.push(`${name}: a picture or packed object inside`);
      if (!texts.test(name) || skipped.test(name)) return false;
      size += originalSize;
      if (size <= largestUnpacked) return true;
      unreadable.push(`${name}: unpacks to too much`);
      return false;
    },
  });
  const parts: FilePart[] = [];
  for (const [name, content] of Object.entries(files)) {
    const xml = strFromU8(content);
    const { text, attributes, broken } = readXml(xml);
    if (broken) unreadable.push(`${name}: broken XML`);
    if (/docProps\/|meta\.xml$/u.test(name)) {
      for (const [, field, value] of xml.matchAll(makers)) {
        parts.push({ field: `${name} ${field}`, text: value!, label: field!, personal: true });
      }
    }
    if (text.trim() !== '') parts.push({ field: name, text });
    if (attributes !== '') parts.push({ field: `${name} attributes`, text: attributes });
  }
  return { parts, unreadable };
}
