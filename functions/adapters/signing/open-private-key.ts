import { createPrivateKey, type KeyObject, randomUUID } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../../../datasets/errors.ts';
import { findRepository } from '../find-repository.ts';
import { makeFolder } from '../make-folder.ts';

/** Far beyond what such a key has. */
const mostBytes = 16_384;

/** A kind of private key that is kept in a file of its own. */
export interface KeyKind {
  /** `signing key` */
  name: string;
  /** As messages call it: `Ed25519`. */
  algorithm: string;
  /** Whether a key is of the kind. */
  is: (key: KeyObject) => boolean;
  make: () => KeyObject;
  /** The variable that names another file. */
  variable: string;
  /** What is to be done beside it once a key was lost: `hand out the new public key`. */
  afterLoss: string;
}

/**
 * The private key in a file (PEM, PKCS #8); made there on first use, readable by its owner only. Of several processes that
 * make it at once one does, and all end with its key.
 * @throws {InputError} where the file is no such key, others may read it, or it lies in a repository; never quotes it
 */
export async function openPrivateKey(
  file: string,
  kind: KeyKind,
): Promise<{ key: KeyObject; made: boolean }> {
  const elsewhere = `Name another file in ${kind.variable}.`;
  const repository = await findRepository(file);
  if (repository !== undefined) {
    throw new InputError({
      file,
      is: `a ${kind.name} in the repository ${repository}`,
      expected: 'a place outside every repository, where it is not committed by mistake',
      mend: elsewhere,
    });
  }
  const stored = await readKey(file, kind);
  if (stored !== null) return { key: stored, made: false };
  const made = await makeKey(file, kind);
  const key = await readKey(file, kind);
  if (key !== null) return { key, made };
  throw unusable(file, kind, `a ${kind.name} that was removed as soon as it was made`);
}

/** Null where there is none. */
async function readKey(file: string, kind: KeyKind): Promise<KeyObject | null> {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw unusable(file, kind, `a ${kind.name} that cannot be read (${cause.code})`, cause);
  });
  if (found === null) return null;
  if (!found.isFile()) throw unusable(file, kind, 'no file');
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    throw new InputError({
      file,
      is: `a ${kind.name} that others may read (mode ${(found.mode & 0o777).toString(8)})`,
      expected: 'mode 600',
      mend: `Run chmod 600 "${file}". If somebody else may have read it, remove it, so that a new one is made, and ${kind.afterLoss}.`,
    });
  }
  if (found.size > mostBytes) throw unusable(file, kind, `no ${kind.name}`);
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw unusable(file, kind, `a ${kind.name} that cannot be read (${cause.code})`, cause);
  });
  return parseKey(text, file, kind);
}

function parseKey(text: string, file: string, kind: KeyKind): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey({ key: text, format: 'pem' });
  } catch {
    // The cause is not kept: it may quote the file.
  }
  if (key === undefined) throw unusable(file, kind, text.trim() === '' ? 'an empty file' : `no ${kind.name}`);
  if (kind.is(key)) return key;
  throw unusable(file, kind, `a key of the kind ${key.asymmetricKeyType}`);
}

/** @returns whether it was this process that made it */
async function makeKey(file: string, kind: KeyKind): Promise<boolean> {
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    await makeFolder(dirname(file), 0o700);
    await writePrivate(beside, kind.make().export({ format: 'pem', type: 'pkcs8' }).toString());
    // Takes the place only where nothing is: a rename would put a second key over the first.
    return await link(beside, file).then(
      () => true,
      (cause: NodeJS.ErrnoException) => {
        if (cause.code === 'EEXIST') return false;
        throw cause;
      },
    );
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined && !(cause instanceof InputError)) throw cause;
    const is = `a place where no ${kind.name} can be made${code === undefined ? '' : ` (${code})`}`;
    const mend = `Name another file in ${kind.variable}.`;
    throw new InputError({ file, is, expected: 'one that can be written to', mend }, { cause });
  } finally {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}

/** Mode 600 from the first byte on. */
async function writePrivate(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unusable(file: string, kind: KeyKind, is: string, cause?: unknown): InputError {
  return new InputError(
    {
      file,
      is,
      expected: `a private ${kind.algorithm} key (PEM, PKCS #8, without a password)`,
      mend: `Restore it from a backup; or remove it, so that a new one is made, and ${kind.afterLoss}.`,
    },
    cause === undefined ? undefined : { cause },
  );
}
