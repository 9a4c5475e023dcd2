import { LambdaClient } from '@aws-sdk/client-lambda';
import { SFNClient } from '@aws-sdk/client-sfn';
import { createRemoteJWKSet } from 'jose';
import { createSystemClock } from '../adapters/system-clock.ts';
import { createS3Links } from '../adapters/uploads/create-s3-links.ts';
import { createS3UploadDesk } from '../adapters/uploads/create-s3-upload-desk.ts';
import { usualLimits } from '../api/api-context.ts';
import { createApi } from '../api/create-api.ts';
import { createTokenVerifier } from '../api/verify-token.ts';
import { createMachineRuns } from '../cloud/create-machine-runs.ts';
import { createLambdaPublisher, createLambdaScorer } from '../cloud/lambda-work.ts';
import { requireSealedNames } from '../cloud/require-sealed-names.ts';
import { env } from '../cloud-names.ts';
import {
  maxAttempts,
  openBlobs,
  openRegistry,
  openS3,
  openSite,
  readEnv,
  readMaxRunCost,
} from '../cloud-runtime.ts';
import { type ApiEventAnswer, ApiEventSchema, toAnswer, toRequest } from './api-event.ts';

const uploadExpiresInS = 900;
const linkExpiresInS = 300;

const clock = createSystemClock();
const s3 = openS3();
const lambda = new LambdaClient({ maxAttempts });
const issuer = readEnv(env.userPoolIssuer);
const log = (line: string) => void process.stdout.write(`${JSON.stringify({ handler: 'api', line })}\n`);

const app = createApi(
  {
    registry: openRegistry(),
    blobs: openBlobs(),
    site: openSite(),
    clock,
    limits: { ...usualLimits, maxRunCostDkk: readMaxRunCost() },
    log,
    verifyToken: createTokenVerifier({
      issuer,
      audience: readEnv(env.userPoolAudience),
      keys: createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`)),
      clock,
    }),
    uploads: createS3UploadDesk({
      client: s3,
      bucket: readEnv(env.uploadsBucket),
      clock,
      expiresInS: uploadExpiresInS,
    }),
    linkTo: createS3Links({
      client: s3,
      bucket: readEnv(env.casesBucket),
      clock,
      expiresInS: linkExpiresInS,
    }),
    checkCard: requireSealedNames,
    runs: createMachineRuns({
      client: new SFNClient({ maxAttempts }),
      stateMachineArn: readEnv(env.stateMachineArn),
    }),
    scorer: createLambdaScorer({ client: lambda, functionName: readEnv(env.scoreSubmissionFunction) }),
    publisher: createLambdaPublisher({ client: lambda, functionName: readEnv(env.publishFunction) }),
  },
  ({ env: { sourceIp } }) => String(sourceIp),
);

/** The API behind an HTTP API of API Gateway: the same app as `maalestok serve` has. */
export async function handler(given: unknown): Promise<ApiEventAnswer> {
  const event = ApiEventSchema.parse(given);
  const { sourceIp } = event.requestContext.http;
  return toAnswer(await app.fetch(toRequest(event), { sourceIp }), event);
}
