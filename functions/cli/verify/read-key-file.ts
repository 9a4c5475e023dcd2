import { readFile, stat } from 'node:fs/promises';
import { InputError } from '../../../datasets/errors.ts';
import { type NoPublicKey, readPublicKey } from '../../../evals/signing/public-key.ts';

const mostBytes = 16_384;

const mends: Record<NoPublicKey, string> = {
  'a private key': 'Write the public half with `maalestok key > key.pem`, and never hand on the private one.',
  'several keys': 'Name a file with one.',
  'another kind of key': 'Results are signed with Ed25519 alone.',
  'no key': 'Ask who signed for what `maalestok key` prints.',
};

/** The public key in the file that `--key` names. @throws {InputError} which shows nothing of it */
export async function readKeyFile(file: string): Promise<Uint8Array> {
  const place = { field: '--key', file };
  const expected = 'a public Ed25519 key (PEM, or the Base64 of its SPKI)';
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true || found.size > mostBytes) {
    const is = found === undefined ? 'no such file' : 'no key file';
    throw new InputError({ ...place, is, expected, mend: mends['no key'] });
  }
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const is = `a file that cannot be read (${cause.code})`;
    throw new InputError({ ...place, is, expected }, { cause });
  });
  const read = readPublicKey(text);
  if ('publicKey' in read) return read.publicKey;
  throw new InputError({ ...place, is: read.wrong, expected, mend: mends[read.wrong] });
}
