import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { createSystemClock } from '../adapters/system-clock.ts';
import { usualLimits } from '../api/api-context.ts';
import { createApi } from '../api/create-api.ts';
import { createSharedRateLimiter } from '../api/shared-rate-limiter.ts';
import { createTokenVerifier } from '../api/verify-token.ts';
import { createLaterStores } from '../cloud/later-stores.ts';
import { createLaterWork } from '../cloud/later-work.ts';
import { requireSealedNames } from '../cloud/require-sealed-names.ts';
import { env } from '../cloud-names.ts';
import { openRegistry, readEnv, readMaxRunCost } from '../cloud-records.ts';
import { type ApiEventAnswer, ApiEventSchema, toAnswer, toRequest } from './api-event.ts';

const clock = createSystemClock();
const issuer = readEnv(env.userPoolIssuer);
const log = (line: string) => void process.stdout.write(`${JSON.stringify({ handler: 'api', line })}\n`);

const registry = openRegistry();

const app = createApi(
  {
    registry,
    ...createLaterStores(clock),
    clock,
    limits: { ...usualLimits, maxRunCostDkk: readMaxRunCost() },
    partyRates: createSharedRateLimiter({ registry, clock, log }),
    log,
    verifyToken: createTokenVerifier({
      issuer,
      audience: readEnv(env.userPoolAudience),
      keys: laterKeys(new URL(`${issuer}/.well-known/jwks.json`)),
      clock,
    }),
    checkCard: requireSealedNames,
    ...createLaterWork({
      stateMachineArn: readEnv(env.stateMachineArn),
      scoreFunction: readEnv(env.scoreSubmissionFunction),
      publishFunction: readEnv(env.publishFunction),
    }),
  },
  ({ env: { sourceIp } }) => String(sourceIp),
);

/** The API behind an HTTP API of API Gateway: the same app as `maalestok serve` has. */
export async function handler(given: unknown): Promise<ApiEventAnswer> {
  const event = ApiEventSchema.parse(given);
  const { sourceIp } = event.requestContext.http;
  return toAnswer(await app.fetch(toRequest(event), { sourceIp }), event);
}

/** Keys that are fetched with the first token. Made with it, too: making them loads all of Node's fetch, as the first request does. */
function laterKeys(url: URL): JWTVerifyGetKey {
  let keys: JWTVerifyGetKey | undefined;
  return (header, token) => {
    keys ??= createRemoteJWKSet(url);
    return keys(header, token);
  };
}
