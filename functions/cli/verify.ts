import { basename, join } from 'node:path';
import { runKeys } from '../../evals/run-keys.ts';
import { fingerprintOf } from '../../evals/signing/public-key.ts';
import type { Verification } from '../../evals/signing/verification.ts';
import { checkInFiles } from '../../reports/check-in/check-in-files.ts';
import { checkCheckIn, checkFile, checkFolder } from './verify/check-files.ts';
import { findSignature } from './verify/find-signature.ts';
import { readKeyFile } from './verify/read-key-file.ts';
import { readSignature } from './verify/read-signature.ts';
import { renderVerification } from './verify/render-verification.ts';

export interface VerifyOptions {
  /** File of the public key that it must be signed with. */
  key?: string;
  json?: boolean;
}

/**
 * `maalestok verify`: exit 0 where everything is as it was signed; 1 where it was altered, is unsigned or signed with
 * another key; 2, like everywhere, where the path or the key is wrong.
 */
export async function verify(path: string, options: VerifyOptions): Promise<void> {
  const found = await verifyPath(path, options.key);
  process.stdout.write(
    options.json === true ? `${JSON.stringify(found, null, 2)}\n` : renderVerification(found, options.key),
  );
  if (!found.genuine) process.exitCode = 1;
}

/** @throws {InputError} where nothing is there, or the key is none */
export async function verifyPath(path: string, keyFile?: string): Promise<Verification> {
  const key = keyFile === undefined ? undefined : await readKeyFile(keyFile);
  const place = await findSignature(path);
  const nothing: Verification = {
    schema: 'maalestok.verification.v1',
    genuine: false,
    signature: place.signature,
    signedBy: null,
    publicKey: null,
    fingerprint: null,
    keyNamed: key !== undefined,
    checked: [],
    problems: [],
  };
  if (place.signature === null) {
    const because = `there is no ${runKeys.signature} beside it`;
    const file = place.file === undefined ? path : join(place.folder, place.file);
    return { ...nothing, problems: [{ file, problem: 'unsigned', because }] };
  }
  const read = await readSignature(place.signature);
  if ('problem' in read) return { ...nothing, problems: [read.problem] };
  const { signature } = read;
  const publicKey = Buffer.from(signature.publicKey, 'base64');
  const inFolder = (file: string) => join(place.folder, file);
  const checkAll = basename(place.signature) === checkInFiles.signature ? checkCheckIn : checkFolder;
  const files =
    place.file === undefined
      ? await checkAll(place.folder, signature)
      : await checkFile(place.folder, place.file, signature);
  const problems = files.problems.map((each) => ({ ...each, file: inFolder(each.file) }));
  if (key !== undefined && !publicKey.equals(key)) {
    const because = `the key that was named is ${fingerprintOf(key)}`;
    problems.unshift({ file: place.signature, problem: 'otherKey', because });
  }
  return {
    ...nothing,
    genuine: problems.length === 0,
    signedBy: signature.signedBy,
    publicKey: signature.publicKey,
    fingerprint: fingerprintOf(publicKey),
    checked: files.checked.map(inFolder),
    problems,
  };
}
