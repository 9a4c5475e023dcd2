import { KMSClient } from '@aws-sdk/client-kms';
import { createKmsSigner } from '../adapters/signing/create-kms-signer.ts';
import { signCloudRun } from '../cloud/sign-cloud-run.ts';
import { env } from '../cloud-names.ts';
import { maxAttempts, openBlobs, openRunStore, readEnv } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';
import { RunEventSchema } from './run-event.ts';

const blobs = openBlobs();
const client = new KMSClient({ maxAttempts });

export const handler = defineHandler({
  name: 'sign',
  event: RunEventSchema,
  async work({ run }) {
    const keyId = readEnv(env.signingKeyId);
    const signer = await createKmsSigner({ client, keyId, signedBy: readEnv(env.signedBy) });
    await signCloudRun(openRunStore(run, blobs), signer);
    return { run };
  },
});
