import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKmsSigner } from '../../../../functions/adapters/signing/create-kms-signer.ts';
import { describeSigner } from '../../../contract/signer.ts';
import { type KmsServer, startKmsServer } from '../../../support/kms-server.ts';

let server: KmsServer;
beforeAll(async () => {
  server = await startKmsServer('own', 'other');
});
afterAll(() => server.close());

const open = (keyId: string) => () =>
  createKmsSigner({ client: server.client(), keyId, signedBy: 'Målestok, Nordby Kommune' });

describeSigner('kms', open('own'), open('other'));

describe('the KMS signer', () => {
  it('refuses a key of another kind', async () => {
    await expect(open('rsa')()).rejects.toThrow(/a key of the kind RSA_2048, expected/u);
  });

  it('does not sign what is too long', async () => {
    await expect((await open('own')()).sign(new Uint8Array(4097))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});
