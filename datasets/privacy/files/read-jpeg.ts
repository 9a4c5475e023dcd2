import { looseText } from './loose-text.ts';
import type { ReadFile } from './part.ts';

const endOfPicture = 0xd9;
const startOfScan = 0xda;
const comment = 0xfe;
/** Segments of a JPEG's own tables: no text stands in them. */
const isTable = (mark: number) => mark < 0xe0 && mark !== comment;

/** Comments and application segments of a JPEG, wherever they stand, and what stands behind its end. */
export function readJpeg(bytes: Uint8Array): ReadFile {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read: ReadFile = { parts: [], unreadable: [] };
  let at = 2;
  while (at + 4 <= data.length) {
    const mark = data[at + 1]!;
    if (data[at] !== 0xff || mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === endOfPicture) break;
    const size = data.readUInt16BE(at + 2);
    const body = data.subarray(at + 4, at + 2 + size);
    at += 2 + Math.max(2, size);
    if (!isTable(mark)) {
      const field = mark === comment ? 'comment' : `APP${mark - 0xe0}`;
      read.parts.push({ field, text: looseText(body), again: true });
    }
    if (mark === startOfScan) at = endOfScan(data, at);
  }
  const rest = data.subarray(at + 2);
  if (rest.some((byte) => byte !== 0)) {
    read.parts.push({ field: 'behind its end', text: looseText(rest), again: true });
    read.unreadable.push('bytes behind its end');
  }
  return read;
}

/** The picture's data go on to the next mark that is none of theirs. */
function endOfScan(data: Buffer, from: number): number {
  let at = data.indexOf(0xff, from);
  while (at >= 0 && at + 1 < data.length) {
    const mark = data[at + 1]!;
    if (mark !== 0 && !(mark >= 0xd0 && mark <= 0xd7) && mark !== 0xff) return at;
    at = data.indexOf(0xff, at + 1);
  }
  return data.length;
}
