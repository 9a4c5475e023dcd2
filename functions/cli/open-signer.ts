import { InputError } from '../../datasets/errors.ts';
import type { Signer } from '../../evals/ports.ts';
import { SignedBySchema } from '../../evals/signing/signature.ts';
import { createLocalSigner } from '../adapters/signing/create-local-signer.ts';
import { openSigningKey } from '../adapters/signing/open-signing-key.ts';
import { signingKeyPlace } from '../adapters/signing/signing-key-place.ts';

export interface OpenSigner {
  signer: Signer;
  /** Where the key lies. */
  file: string;
}

/**
 * What signs on this machine. A command opens it before its work, so that a key that cannot be used is told before hours
 * of asking, and not after.
 * @param signedBy who signs, before what MAALESTOK_SIGNED_BY says
 * @throws {InputError}
 */
export async function openSigner(signedBy?: string): Promise<OpenSigner> {
  const name = readSignedBy(signedBy);
  const file = signingKeyPlace();
  const { key, made } = await openSigningKey(file);
  if (made) {
    process.stderr.write(
      `A key was made to sign results with: ${file}. Keep it to yourself; \`npx maalestok key\` shows its public half.\n`,
    );
  }
  return { signer: createLocalSigner(key, name), file };
}

function readSignedBy(flag: string | undefined): string | undefined {
  const environment = process.env.MAALESTOK_SIGNED_BY;
  const [field, name] = flag === undefined ? ['MAALESTOK_SIGNED_BY', environment] : ['--signed-by', flag];
  if (name === undefined || (flag === undefined && name === '')) return undefined;
  const checked = SignedBySchema.safeParse(name);
  if (checked.success) return checked.data;
  const expected = 'one line of at most 100 characters without space around it, like "Nordby Kommune, Byg"';
  throw new InputError({ field, is: 'no name that can be signed', expected });
}
