import { KMSClient } from '@aws-sdk/client-kms';
import { createKmsSigner } from '../adapters/signing/create-kms-signer.ts';
import { storeWithin } from '../adapters/store-within.ts';
import { signCloudCheckIn, signCloudRun } from '../cloud/sign-cloud-run.ts';
import { env } from '../cloud-names.ts';
import { maxAttempts, readEnv } from '../cloud-records.ts';
import { openBlobs, openRunStore } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';
import { ReportEventSchema } from './report-event.ts';

const blobs = openBlobs();
const client = new KMSClient({ maxAttempts });

export const handler = defineHandler({
  name: 'sign',
  event: ReportEventSchema,
  async work(event) {
    const keyId = readEnv(env.signingKeyId);
    const signer = await createKmsSigner({ client, keyId, signedBy: readEnv(env.signedBy) });
    if ('run' in event) await signCloudRun(openRunStore(event.run, blobs), signer);
    else await signCloudCheckIn(storeWithin(blobs, event.checkIn), signer);
    return event;
  },
});
