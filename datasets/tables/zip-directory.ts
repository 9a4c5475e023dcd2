import { InputError } from '../errors.ts';

/** One file in a ZIP, as the central directory tells. Sizes in bytes. */
export interface ZipEntry {
  name: string;
  packedBytes: number;
  unpackedBytes: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const commentLimit = 0xffff;
const entryLength = 46;
const deflated = 8;
const sizesFollow = 0x08;
const maxEntries = 10_000;

/**
 * The files that a ZIP names, without unpacking any of them. A ZIP whose sizes are not told in the directory is
 * refused: nobody could say beforehand how much it unpacks to.
 * @throws {InputError} where it is no ZIP, is cut off, is ZIP64 or hides its sizes
 */
export function readZipDirectory(bytes: Uint8Array, file: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) throw damaged(file, 'a ZIP that is cut off or damaged');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff)
    throw damaged(file, 'a ZIP with more than 65,534 files or 4 GB');
  if (count > maxEntries) throw damaged(file, `a ZIP with ${count} files`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > bytes.length || view.getUint32(at, true) !== entrySignature) {
      throw damaged(file, 'a ZIP whose directory is damaged');
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + entryLength, at + entryLength + nameLength));
    const entry = {
      name,
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
    };
    refuseHiddenSize(entry, view.getUint16(at + 10, true), view.getUint16(at + 8, true), file);
    entries.push(entry);
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** A reader takes an unpacked size of 0 for 'not told', and sizes that follow the data from elsewhere. */
function refuseHiddenSize(
  { packedBytes, unpackedBytes }: ZipEntry,
  method: number,
  flags: number,
  file: string,
): void {
  const emptyDeflate = 2;
  const untold =
    unpackedBytes === 0xffffffff ||
    packedBytes === 0xffffffff ||
    (method === deflated && unpackedBytes === 0 && packedBytes > emptyDeflate) ||
    ((flags & sizesFollow) !== 0 && packedBytes === 0 && method === deflated);
  if (untold) throw damaged(file, 'a ZIP that hides how much it unpacks to');
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - commentLimit); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
}

function damaged(file: string, is: string): InputError {
  return new InputError({
    file,
    is,
    expected: 'an XLSX file as Excel saves it',
    mend: 'Open it in Excel and save it anew as "Excel-projektmappe (.xlsx)".',
  });
}
