import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import { toCaseId } from '../../datasets/intake/build-case.ts';
import { checkPath } from '../../datasets/intake/check-path.ts';
import { compileFilePattern } from '../../datasets/intake/file-pattern.ts';
import { sayNames } from '../../datasets/intake/index-header.ts';
import type { Mapping } from '../../datasets/intake/mapping.ts';

export interface FoundFile {
  path: string;
  /** The document's name in the pattern. */
  document: string;
  values: ReadonlyMap<string, string>;
}

export interface ScannedFolder {
  /** Files by case id, sorted by path. */
  byCase: Map<string, FoundFile[]>;
  /** The names in the pattern's braces. */
  names: string[];
  /** Files that belong to no case, and why. */
  leftOut: { path: string; why: string }[];
}

const maxFiles = 100_000;
const litter = /^(?:\.|thumbs\.db$|desktop\.ini$|~\$)/iu;

/** Finds the files of each case in a folder, by the mapping's pattern. Links are not followed. @throws {InputError} */
export async function scanFolder(
  folder: string,
  mapping: Mapping,
  mappingFile: string,
): Promise<ScannedFolder> {
  const key = mapping.case.caseId.column;
  const { files, source } = mapping;
  if (files === undefined) return { byCase: new Map(), names: [], leftOut: [] };
  const pattern = compileFilePattern(files.pattern, mappingFile);
  if (key === undefined || !pattern.names.includes(key)) {
    throw new InputError({
      file: mappingFile,
      field: 'files.pattern',
      is: `the names ${sayNames(pattern.names)}`,
      expected: `{${key ?? 'Sagsnr'}} among them, the column of caseId`,
    });
  }
  const root = source.files === undefined ? folder : join(folder, source.files);
  const scanned: ScannedFolder = { byCase: new Map(), names: pattern.names, leftOut: [] };
  for (const { path, link } of await listFiles(root)) {
    if (path === source.table) continue;
    const safe = checkPath(path);
    // A Mac writes `å` as two signs.
    const match = safe.ok ? pattern.match(path.normalize('NFC')) : null;
    if (link) scanned.leftOut.push({ path, why: 'a link' });
    else if (!safe.ok) scanned.leftOut.push({ path, why: safe.is });
    else if (match === null) scanned.leftOut.push({ path, why: `does not fit "${files.pattern}"` });
    else {
      const caseId = toCaseId(match.values.get(key)!);
      scanned.byCase.set(caseId, [...(scanned.byCase.get(caseId) ?? []), { path, ...match }]);
    }
  }
  return scanned;
}

async function listFiles(root: string): Promise<{ path: string; link: boolean }[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')))
      throw error;
    throw new InputError({
      file: root,
      is: 'no such folder',
      expected: 'the folder of files',
      mend: 'Correct `source.files` in the mapping.',
    });
  });
  const files = entries.filter((entry) => !entry.isDirectory() && !litter.test(entry.name));
  if (files.length > maxFiles)
    throw new InputError({ file: root, is: `${files.length} files`, expected: `at most ${maxFiles}` });
  return files
    .map((entry) => ({
      path: relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'),
      link: !entry.isFile(),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
