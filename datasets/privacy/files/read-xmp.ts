import type { FilePart } from './part.ts';
import { readXml } from './read-xml.ts';

const most = 2 ** 20;
const makers =
  /<(?:dc:creator|xmp:CreatorTool|photoshop:(?:Credit|AuthorsPosition)|pdf:Author|Iptc4xmpCore:\w*Contact\w*)\b/u;

/** XMP packets that lie unpacked in a file: PDF, JPEG, PNG, TIFF alike. */
export function readXmp(bytes: Uint8Array): FilePart[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: FilePart[] = [];
  for (let at = buffer.indexOf('<x:xmpmeta'); at >= 0; at = buffer.indexOf('<x:xmpmeta', at + 1)) {
    const end = buffer.indexOf('</x:xmpmeta>', at);
    if (end < 0 || end - at > most) break;
    const xml = buffer.toString('utf8', at, end + '</x:xmpmeta>'.length);
    const creator = /<dc:creator>[\s\S]{0,2000}?<\/dc:creator>/u.exec(xml)?.[0];
    if (creator !== undefined && makers.test(xml)) {
      const name = readXml(
        creator
          .replaceAll(/<\/?[\w:]+[^>]*>/gu, ' ')
          .replace(/^/u, '<a>')
          .replace(/$/u, '</a>'),
      ).text.trim();
      if (name !== '') parts.push({ field: 'XMP creator', text: name, label: 'creator', personal: true });
    }
    const { text, attributes } = readXml(xml);
    parts.push({ field: 'XMP', text: `${text}\n${attributes}` });
    at = end;
  }
  return parts;
}
