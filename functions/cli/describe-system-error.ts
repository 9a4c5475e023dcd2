import { InputError } from '../../datasets/errors.ts';

/** What the system's refusals mean to a user, and what helps. Not among them: what is our own bug, like a lost file of ours. */
const meanings: Record<string, { is: string; expected: string; mend: string }> = {
  ...alike(['EACCES', 'EPERM'], {
    is: 'a place that this user may not use so',
    expected: 'one that this user may read and write',
    mend: 'Change its permissions (is it open in another program?), or name another place.',
  }),
  EROFS: {
    is: 'a place that can only be read',
    expected: 'one that can be written',
    mend: 'Name a place on another disk.',
  },
  ...alike(['ENOSPC', 'EDQUOT', 'EFBIG'], {
    is: 'no room left on the disk',
    expected: 'room for what is written',
    mend: 'Make room there, or name a place on another disk, and repeat the command.',
  }),
  ENOTDIR: {
    is: 'a path that leads through a file',
    expected: 'a path through folders',
    mend: 'Check the path.',
  },
  EISDIR: { is: 'a folder', expected: 'a file', mend: 'Name a file in it, or move the folder away.' },
  EEXIST: {
    is: 'something that is there already',
    expected: 'a free place',
    mend: 'Move it away, or name another place.',
  },
  ENOTEMPTY: {
    is: 'a folder with something in it',
    expected: 'an empty one, or none',
    mend: 'Move it away, or name another place.',
  },
  ENAMETOOLONG: { is: 'a name that is too long', expected: 'a shorter one', mend: 'Name another place.' },
  ELOOP: { is: 'links that lead in a circle', expected: 'the file itself', mend: 'Check the path.' },
  ...alike(['EBUSY', 'ETXTBSY'], {
    is: 'a file that another program holds',
    expected: 'one that is free',
    mend: 'Close it there, and repeat the command.',
  }),
  ...alike(['EMFILE', 'ENFILE'], {
    is: 'more open files than the system allows',
    expected: 'a higher limit',
    mend: 'Close other programs, or raise the limit (`ulimit -n`).',
  }),
  EIO: {
    is: 'a disk that failed to read or write',
    expected: 'one that works',
    mend: 'Check the disk or the network drive, and repeat the command.',
  },
};

/** A refusal of the file system as the user's to mend, naming the path; undefined where the error is something else. */
export function describeSystemError(error: unknown): InputError | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const meaning = Object.hasOwn(meanings, String(code)) ? meanings[String(code)] : undefined;
  if (meaning === undefined) return undefined;
  const is = `${meaning.is} (${code})`;
  return new InputError({ file: dest ?? path, ...meaning, is }, { cause: error });
}

function alike<T>(codes: readonly string[], meaning: T): Record<string, T> {
  return Object.fromEntries(codes.map((code) => [code, meaning]));
}
