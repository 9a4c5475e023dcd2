import { KMSClient } from '@aws-sdk/client-kms';
import { z } from 'zod';
import { createKmsSigner } from '../adapters/signing/create-kms-signer.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { ResourceIdSchema } from '../api/resources.ts';
import { publish } from '../cloud/publish.ts';
import { env } from '../cloud-names.ts';
import { maxAttempts, openRegistry, readEnv } from '../cloud-records.ts';
import { openBlobs, openSite } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';

const surroundings = {
  registry: openRegistry(),
  blobs: openBlobs(),
  site: openSite(),
  clock: createSystemClock(),
  siteUrl: process.env[env.siteUrl] === '' ? undefined : process.env[env.siteUrl],
};
const client = new KMSClient({ maxAttempts });

/** The last step of a run, and called by the API when consents change. Says what is shown, what is not, and why. */
export const handler = defineHandler({
  name: 'publish',
  event: z.object({ run: ResourceIdSchema.optional() }),
  async work({ run }) {
    const keyId = readEnv(env.signingKeyId);
    const signer = await createKmsSigner({ client, keyId, signedBy: readEnv(env.signedBy) });
    const outcome = await publish(run ?? null, { ...surroundings, signer });
    process.stdout.write(`${JSON.stringify({ handler: 'publish', ...outcome })}\n`);
    return run === undefined ? outcome : { run, ...outcome };
  },
});
