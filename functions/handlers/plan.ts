import { parseEgress } from '../adapters/http/egress.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { planCloudRun } from '../cloud/plan-cloud-run.ts';
import { env } from '../cloud-names.ts';
import { openRegistry } from '../cloud-records.ts';
import { openBlobs } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';
import { RunEventSchema } from './run-event.ts';

const hosts = process.env[env.egressAllow];
const context = {
  registry: openRegistry(),
  blobs: openBlobs(),
  clock: createSystemClock(),
  egress: hosts === undefined ? undefined : parseEgress(hosts),
  // Lambda names it.
  region: process.env.AWS_REGION,
};

export const handler = defineHandler({
  name: 'plan',
  event: RunEventSchema,
  work: ({ run }) => planCloudRun(run, context),
});
