import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Signer } from '../../../evals/ports.ts';
import { fingerprintOf } from '../../../evals/signing/public-key.ts';

/** So much of a fingerprint is too little to look like the number of a property or a person, whatever its digits. */
const digitsSaid = 4;

/**
 * Signs with a private Ed25519 key in this process.
 * @param signedBy absent: nobody is claimed, only which key it is
 */
export function createLocalSigner(key: KeyObject, signedBy?: string): Signer {
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    signedBy: signedBy ?? `local key ${fingerprintOf(publicKey).slice(0, digitsSaid)}`,
    publicKey,
    sign: async (message) => sign(null, message, key),
  };
}
