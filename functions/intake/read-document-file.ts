import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { excerpt } from '../../datasets/errors.ts';
import { cleanCell } from '../../datasets/intake/clean-cell.ts';
import { bad, good, type ReadResult } from '../../datasets/intake/read-result.ts';
import { pdfLimits } from '../../datasets/pdf/pdf-limits.ts';
import type { PdfReader } from '../pdf/pdf-reader.ts';

export interface DocumentFile {
  name: string;
  mediaType: string;
  sha256: string;
  content: Uint8Array;
  /** The text of each page; a page that is an image alone has none. */
  pages: string[];
}

/**
 * Reads a file that a case names, and its text.
 * @param path from `root`, as `checkPath` made it safe
 */
export async function readDocumentFile(
  root: string,
  path: string,
  pdfs: PdfReader,
): Promise<ReadResult<DocumentFile>> {
  try {
    return await readInside(root, path, pdfs);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!unreadable.has(code)) throw error;
    return bad(`"${excerpt(path, 80)}", which cannot be read (${code})`, 'a file that this user may read');
  }
}

/** Of one file; the other cases do not suffer for it. */
const unreadable = new Set(['EACCES', 'EPERM', 'EBUSY', 'EIO']);

async function readInside(root: string, path: string, pdfs: PdfReader): Promise<ReadResult<DocumentFile>> {
  const shown = `"${excerpt(path, 80)}"`;
  const found = await findInside(root, path);
  if (found === null) return bad(`no file ${shown}`, 'the name of a file in the folder of files');
  if (found === 'outside') return bad(`${shown}, a link out of its folder`, 'the file itself');
  const { size } = await stat(found);
  if (size === 0) return bad(`${shown}, an empty file`, 'a file with something in it');
  if (size > pdfLimits.bytes)
    return bad(
      `${shown} of ${Math.ceil(size / 1024 / 1024)} MiB`,
      `at most ${pdfLimits.bytes / 1024 / 1024} MiB`,
    );
  const content = await readFile(found);
  const mediaType = mediaTypeOf(content);
  if (mediaType === undefined) return bad(`${shown}, neither PDF, PNG nor JPEG`, 'one of them');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const head = { name: basename(path).normalize('NFC'), mediaType, sha256, content };
  if (mediaType !== 'application/pdf') return good({ ...head, pages: [''] });
  // The thread gets a copy: what is posted to it may be taken over.
  const answer = await pdfs.read(Uint8Array.from(content));
  if (!('pages' in answer)) return bad(`${shown}: ${answer.is}`, answer.expected);
  return good({ ...head, pages: answer.pages.map(cleanPage) });
}

async function findInside(root: string, path: string): Promise<string | 'outside' | null> {
  try {
    const [base, target] = await Promise.all([realpath(root), realpath(join(root, path))]);
    if (!target.startsWith(base + sep)) return 'outside';
    return (await stat(target)).isFile() ? target : null;
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(String(error.code))
    )
      return null;
    throw error;
  }
}

function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return 'application/pdf';
  if (start.startsWith('\u0089PNG\r\n')) return 'image/png';
  return start.startsWith('\u00FF\u00D8\u00FF') ? 'image/jpeg' : undefined;
}

/** Characters that are no text become `�`: a page is kept, whatever its fonts say. */
function cleanPage(text: string): string {
  return cleanCell(text).replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD');
}
