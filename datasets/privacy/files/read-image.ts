import ExifReader from 'exifreader';
import type { FilePart, ReadFile } from './part.ts';
import { readXmp } from './read-xmp.ts';

const personal =
  /^(?:Artist|Author|XPAuthor|OwnerName|CameraOwnerName|By-line|Writer\/Editor|Copyright|Copyright Notice|GPS(?:Latitude|Longitude|DestLatitude|DestLongitude|Position)|BodySerialNumber|Contact|Sub-location|City)$/iu;
const silent =
  /^(?:MakerNote|Thumbnail|Images|JFIF|ICC|Filter|Interlace|Compression|Color Type|Bit Depth|FileType)/iu;

/**
 * What stands in a picture's metadata: EXIF with GPS, IPTC, PNG's texts, XMP. The picture itself cannot be read, and that is
 * said.
 */
export function readImage(bytes: Uint8Array): ReadFile {
  const parts: FilePart[] = [...readXmp(bytes)];
  for (const [name, { description, value }] of Object.entries(tagsOf(bytes))) {
    const text = String(description ?? value ?? '').trim();
    const isPersonal = personal.test(name);
    if (text === '' || text.length > 10_000 || silent.test(name)) continue;
    if (!isPersonal && !/\p{L}{2}|\d{4}/u.test(text)) continue;
    parts.push({ field: name, text, label: name, personal: isPersonal });
  }
  return { parts, unreadable: ['a picture: what it shows cannot be read'] };
}

interface Tag {
  description?: unknown;
  value?: unknown;
}

function tagsOf(bytes: Uint8Array): Record<string, Tag> {
  try {
    return ExifReader.load(Buffer.from(bytes)) as Record<string, Tag>;
  } catch {
    // No metadata, or none that can be read: the picture is named as unreadable either way.
    return {};
  }
}
