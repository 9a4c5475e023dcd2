import { canonicalHash } from '../canonical-hash.ts';
import type { Signature } from './signature.ts';

/** All that a signature says, less the signature itself. */
export type Statement = Omit<Signature, 'signature'>;

/**
 * The bytes that are signed: what they are for, so that they are no other message that the key may sign, and the hash of the
 * canonical statement. Short enough for any key store (AWS KMS signs 4,096 bytes at most).
 */
export function signedMessage(statement: Statement): Uint8Array {
  return new TextEncoder().encode(`maalestok.signature.v1 ${canonicalHash(statement)}`);
}
