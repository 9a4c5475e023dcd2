import ExifReader from 'exifreader';
import { looseText } from './loose-text.ts';
import type { FilePart, ReadFile } from './part.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { readXmp } from './read-xmp.ts';

const personal =
  /^(?:Artist|Author|XPAuthor|OwnerName|CameraOwnerName|By-line|Writer\/Editor|Copyright|Copyright Notice|GPS(?:Latitude|Longitude|DestLatitude|DestLongitude|Position)|BodySerialNumber|Contact|Sub-location|City)$/iu;
const silent =
  /^(?:MakerNote|Thumbnail|Images|JFIF|ICC|Filter|Interlace|Compression|Color Type|Bit Depth|FileType)/iu;

/** A longer entry is no text as a rule. In characters. */
const longest = 1_000_000;

/**
 * What stands in a picture's metadata: EXIF with GPS, IPTC, comments, PNG's texts, XMP. The picture itself cannot be read, and that is
 * said.
 */
export function readImage(bytes: Uint8Array): ReadFile {
  const parts: FilePart[] = [...readXmp(bytes)];
  for (const [name, { description, value }] of Object.entries(tagsOf(bytes))) {
    const text = String(description ?? value ?? '').trim();
    const isPersonal = personal.test(name);
    if (text === '' || text.length > longest || silent.test(name)) continue;
    if (!isPersonal && !/\p{L}{2}|\d{4}/u.test(text)) continue;
    parts.push({ field: name, text, label: name, personal: isPersonal });
  }
  const { parts: inside, unreadable } = readInside(bytes);
  return {
    parts: [...parts, ...inside],
    unreadable: ['a picture: what it shows cannot be read', ...unreadable],
  };
}

/** Texts between the picture's data; of kinds that are always packed, whatever can be read. */
function readInside(bytes: Uint8Array): ReadFile {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === '89504e47') return readPng(bytes);
  if (start.startsWith('ffd8ff')) return readJpeg(bytes);
  // A TIFF's points may read as digits: of it, the entries alone are read.
  if (start === '49492a00' || start === '4d4d002a') return { parts: [], unreadable: [] };
  return { parts: [{ field: 'inside', text: looseText(bytes), again: true }], unreadable: [] };
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
