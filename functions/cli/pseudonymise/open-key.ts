import { randomBytes } from 'node:crypto';
import { chmod, open, readFile, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { InputError } from '../../../datasets/errors.ts';
import { findRepository } from '../../adapters/find-repository.ts';
import { makeFolder } from '../../adapters/make-folder.ts';

const length = 32;

/**
 * The key in a file; made there on first use, readable by its owner only. It stays with the municipality: not in the
 * data, not in what is written, not in a repository.
 * @param folders where it must not lie
 * @throws {InputError}
 */
export async function openKey(
  file: string,
  folders: readonly string[],
): Promise<{ key: Buffer; made: boolean }> {
  await refusePlace(file, folders);
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw new InputError({
      field: '--key',
      file,
      is: `a file that cannot be read (${cause.code})`,
      expected: 'a key file',
    });
  });
  if (text === null) return { key: await makeKey(file), made: true };
  if (!/^[0-9a-f]{64}\s*$/u.test(text)) {
    throw new InputError({
      field: '--key',
      file,
      is: 'no key',
      expected: '64 hex digits, as made on first use',
    });
  }
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    const mend = `Run chmod 600 "${file}".`;
    throw new InputError({
      field: '--key',
      file,
      is: 'a key that others may read',
      expected: 'mode 600',
      mend,
    });
  }
  return { key: Buffer.from(text.trim(), 'hex'), made: false };
}

async function makeKey(file: string): Promise<Buffer> {
  const key = randomBytes(length);
  await makeFolder(dirname(file));
  await writePrivate(file, `${key.toString('hex')}\n`, 'wx');
  return key;
}

/** Mode 600 from the first byte on. */
export async function writePrivate(file: string, text: string, flags: 'w' | 'wx'): Promise<void> {
  const handle = await open(file, flags, 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(file, 0o600);
}

async function refusePlace(file: string, folders: readonly string[]): Promise<void> {
  const path = resolve(file);
  const expected = 'a place of its own, outside the data, the output and every repository';
  for (const folder of folders) {
    if (path.startsWith(resolve(folder) + sep)) {
      throw new InputError({ field: '--key', file, is: `a file in "${folder}"`, expected });
    }
  }
  const repository = await findRepository(file);
  if (repository !== undefined) {
    throw new InputError({ field: '--key', file, is: `a file in the repository "${repository}"`, expected });
  }
}
