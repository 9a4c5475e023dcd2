import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { z } from 'zod';
import { type AskedOfAws, signerOf } from './asked-of-aws.ts';
import { fakeAwsEnvironment } from './aws-environment.ts';
import { startWireServer, type WireReply } from './wire-server.ts';

const RequestSchema = z.looseObject({ KeyId: z.string(), Message: z.string().default('') });

export interface KmsServer {
  url: string;
  client(): KMSClient;
  /** What came, as IAM sees it. */
  asked: AskedOfAws[];
  close(): Promise<void>;
}

/** A KMS that has an Ed25519 key under each id named, and an RSA key under `rsa`. */
export async function startKmsServer(...keyIds: string[]): Promise<KmsServer> {
  const keys = new Map(keyIds.map((id) => [id, generateKeyPairSync('ed25519').privateKey]));
  const asked: AskedOfAws[] = [];
  const server = await startWireServer(({ headers, body }): WireReply => {
    const action = String(headers['x-amz-target']).replace('TrentService.', '');
    const { KeyId, Message } = RequestSchema.parse(JSON.parse(body));
    const signer = signerOf(String(headers.authorization));
    asked.push({ by: signer, action: `kms:${action}`, resource: KeyId });
    const key = keys.get(KeyId);
    if (KeyId === 'rsa') return { body: { KeySpec: 'RSA_2048', PublicKey: 'AAAA' } };
    if (key === undefined) return { status: 400, body: { __type: 'NotFoundException', message: 'no key' } };
    const message = Buffer.from(Message, 'base64');
    if (message.length > 4096) return { status: 400, body: { __type: 'ValidationException' } };
    if (action === 'Sign') return { body: { Signature: sign(null, message, key).toString('base64') } };
    const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
    return { body: { KeySpec: 'ECC_NIST_EDWARDS25519', PublicKey: spki.toString('base64') } };
  });
  return {
    url: server.url,
    asked,
    client: () =>
      new KMSClient({
        endpoint: server.url,
        region: 'eu-central-1',
        credentials: {
          accessKeyId: fakeAwsEnvironment.AWS_ACCESS_KEY_ID!,
          secretAccessKey: fakeAwsEnvironment.AWS_SECRET_ACCESS_KEY!,
        },
      }),
    close: server.close,
  };
}
