import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';

/**
 * Puts a file of rejected rows beside the data set, under the first name that is free: an earlier one may just be
 * what was sent.
 * @returns its path
 */
export async function freeName(from: string, out: string, extension: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = `${out}-rejected${number === 1 ? '' : `-${number}`}.${extension}`;
    try {
      await copyFile(from, path, constants.COPYFILE_EXCL);
      return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}
