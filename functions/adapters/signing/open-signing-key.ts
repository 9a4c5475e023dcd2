import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type KeyKind, openPrivateKey } from './open-private-key.ts';

const signingKey: KeyKind = {
  name: 'signing key',
  algorithm: 'Ed25519',
  is: (key) => key.asymmetricKeyType === 'ed25519',
  make: () => generateKeyPairSync('ed25519').privateKey,
  variable: 'MAALESTOK_SIGNING_KEY',
  afterLoss: 'hand out the new public key',
};

/** The private Ed25519 key in a file, that results are signed with. @throws {InputError} as {@link openPrivateKey} */
export function openSigningKey(file: string): Promise<{ key: KeyObject; made: boolean }> {
  return openPrivateKey(file, signingKey);
}
