import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { InputError } from '../../../datasets/errors.ts';
import type { Signer } from '../../../evals/ports.ts';

export interface KmsSignerOptions {
  client: KMSClient;
  /** Id or ARN of a key of the kind ECC_NIST_EDWARDS25519, for signing. */
  keyId: string;
  signedBy: string;
}

/**
 * Signs with a key that never leaves AWS KMS.
 * @throws {InputError} where the key is of another kind
 */
export async function createKmsSigner({ client, keyId, signedBy }: KmsSignerOptions): Promise<Signer> {
  const key = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  if (key.KeySpec !== 'ECC_NIST_EDWARDS25519' || key.PublicKey === undefined) {
    throw new InputError({
      field: 'SIGNING_KEY_ID',
      is: `a key of the kind ${key.KeySpec}`,
      expected: 'one of the kind ECC_NIST_EDWARDS25519',
    });
  }
  return {
    signedBy,
    publicKey: key.PublicKey,
    async sign(message) {
      const command = new SignCommand({
        KeyId: keyId,
        Message: message,
        // The message itself, and not its hash: what any Ed25519 tool verifies.
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
      });
      const { Signature: signature } = await client.send(command);
      if (signature?.length === 64) return signature;
      throw new TypeError(`KMS gave a signature of ${signature?.length} bytes, expected 64`);
    },
  };
}
