import { KMSClient } from '@aws-sdk/client-kms';
import { z } from 'zod';
import { createKmsSigner } from '../adapters/signing/create-kms-signer.ts';
import { storeWithin } from '../adapters/store-within.ts';
import { signCloudCheckIn, signCloudRun } from '../cloud/sign-cloud-run.ts';
import { env } from '../cloud-names.ts';
import { maxAttempts, openBlobs, openRunStore, readEnv } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';
import { RunEventSchema } from './run-event.ts';

const blobs = openBlobs();
const client = new KMSClient({ maxAttempts });

export const handler = defineHandler({
  name: 'sign',
  event: z.union([
    RunEventSchema,
    z.object({ checkIn: z.string().regex(/^check-ins\/[a-z0-9-]+\/\d{4}-\d{2}\/$/u) }),
  ]),
  async work(event) {
    const keyId = readEnv(env.signingKeyId);
    const signer = await createKmsSigner({ client, keyId, signedBy: readEnv(env.signedBy) });
    if ('run' in event) await signCloudRun(openRunStore(event.run, blobs), signer);
    else await signCloudCheckIn(storeWithin(blobs, event.checkIn), signer);
    return event;
  },
});
