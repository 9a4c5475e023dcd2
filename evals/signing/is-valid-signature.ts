import { createPublicKey, verify } from 'node:crypto';
import type { Signature } from './signature.ts';
import { signedMessage } from './signed-message.ts';

/** Whether the signature is that of its own key over all that it says. Whose key that is, only a person can know. */
export function isValidSignature({ signature, ...statement }: Signature): boolean {
  try {
    const der = Buffer.from(statement.publicKey, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, signedMessage(statement), key, Buffer.from(signature, 'base64'));
  } catch {
    // 32 bytes that are no point of the curve.
    return false;
  }
}
