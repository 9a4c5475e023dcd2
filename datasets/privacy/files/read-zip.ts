import { inflateWithin } from './inflate-within.ts';
import { looseText } from './loose-text.ts';

export interface ZipEntry {
  name: string;
  /** The name that stands with the entry itself: a program may show either. */
  localName: string;
  /** What is unpacked, counted as it comes, since a ZIP may lie about it. Undefined: more than `limit` bytes. */
  unpack(limit: number): Uint8Array | undefined;
}

/**
 * The entries of a ZIP, the comments and further fields in it, and whether bytes lie where no entry is.
 * @throws where it is none, or is encrypted, or packed in a way that is not read
 */
export function readZip(bytes: Uint8Array): { entries: ZipEntry[]; comments: string[]; hidden: boolean } {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = data.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const directory = data.readUInt32LE(end + 16);
  const comments = [decodeName(data.subarray(end + 22))];
  const entries: ZipEntry[] = [];
  const spans: [number, number][] = [[directory, data.length]];
  let at = directory;
  for (let left = data.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (data.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry');
    const [flags, method] = [data.readUInt16LE(at + 8), data.readUInt16LE(at + 10)];
    const size = data.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((place) => data.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    if ((flags & 1) === 1 || (method !== 0 && method !== 8)) throw new Error('a packing that is not read');
    const local = data.readUInt32LE(at + 42);
    const localName = data.subarray(local + 30, local + 30 + data.readUInt16LE(local + 26));
    const localExtra = local + 30 + localName.length;
    const start = localExtra + data.readUInt16LE(local + 28);
    if (start + size > data.length) throw new Error('an entry that is cut off');
    const packed = data.subarray(start, start + size);
    spans.push([local, start + size]);
    comments.push(
      decodeName(data.subarray(at + 46 + name + extra, at + 46 + name + extra + comment)),
      looseText(data.subarray(localExtra, start)),
      looseText(data.subarray(at + 46 + name, at + 46 + name + extra)),
    );
    entries.push({
      name: decodeName(data.subarray(at + 46, at + 46 + name)),
      localName: decodeName(localName),
      unpack: (limit) => (method === 0 ? stored(packed, limit) : inflateWithin(packed, limit)),
    });
    at += 46 + name + extra + comment;
  }
  return { entries, comments: comments.filter((text) => text !== ''), hidden: at !== end || hasGap(spans) };
}

function decodeName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function stored(packed: Uint8Array, limit: number): Uint8Array | undefined {
  return packed.length > limit ? undefined : packed;
}

/** Between two entries stands a data descriptor at most. */
function hasGap(spans: [number, number][]): boolean {
  let last = 0;
  for (const [start, end] of spans.sort(([a], [b]) => a - b)) {
    if (start > last + 24) return true;
    last = end;
  }
  return false;
}
