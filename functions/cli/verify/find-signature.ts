import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../../datasets/errors.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { checkInFiles } from '../../../reports/check-in/check-in-files.ts';

/** What is to be verified: all that a folder's signature covers, or one file in it. */
export interface SignedPlace {
  /** Where the signature lies, or would lie. */
  folder: string;
  /** Null where no signature was found. */
  signature: string | null;
  /** The one file, by its path from there, with `/`; undefined for all. */
  file?: string | undefined;
}

/** A result's, and a check-in's. */
const signatures: readonly string[] = [runKeys.signature, checkInFiles.signature];

/** A report's files lie beside its signature or a few folders below. */
const mostUp = 4;

/** @throws {InputError} where nothing is there */
export async function findSignature(path: string): Promise<SignedPlace> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    const expected = 'a result, a file of a report, or a folder that holds them';
    throw new InputError({ file: path, is: 'no such file or folder', expected });
  }
  if (found.isDirectory()) return inFolder(path);
  if (signatures.includes(basename(path))) return inFolder(dirname(path));
  let folder = dirname(path);
  for (let up = 0; up <= mostUp; up += 1) {
    const { signature } = await inFolder(folder);
    if (signature !== null) return { folder, signature, file: pathFrom(folder, path) };
    folder = join(folder, '..');
  }
  return { folder: dirname(path), signature: null, file: basename(path) };
}

async function inFolder(folder: string): Promise<SignedPlace> {
  for (const name of signatures) {
    const signature = join(folder, name);
    if ((await stat(signature).catch(() => undefined))?.isFile() === true) return { folder, signature };
  }
  return { folder, signature: null };
}

function pathFrom(folder: string, path: string): string {
  return relative(resolve(folder), resolve(path)).split(sep).join('/');
}
