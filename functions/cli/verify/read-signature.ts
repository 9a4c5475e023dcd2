import { isValidSignature } from '../../../evals/signing/is-valid-signature.ts';
import { type Signature, SignatureSchema } from '../../../evals/signing/signature.ts';
import type { Verification } from '../../../evals/signing/verification.ts';
import { readJsonFile } from './read-signed-file.ts';

type Problem = Verification['problems'][number];

/** A signature that holds for all that it says; or why there is none. What a broken one says is not to be shown. */
export async function readSignature(file: string): Promise<{ signature: Signature } | { problem: Problem }> {
  const read = await readJsonFile(file);
  if ('wrong' in read) {
    const because = read.wrong === 'missing' ? 'it is not there any more' : read.wrong;
    return { problem: { file, problem: 'damagedSignature', because } };
  }
  const checked = SignatureSchema.safeParse(read.value);
  if (!checked.success) {
    const because = 'it is not a signature of the form maalestok.signature.v1';
    return { problem: { file, problem: 'damagedSignature', because } };
  }
  if (isValidSignature(checked.data)) return { signature: checked.data };
  const because = 'the signature is not that of its key over what it says: one of them was altered';
  return { problem: { file, problem: 'wrongSignature', because } };
}
