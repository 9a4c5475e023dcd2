import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../../evals/ports.ts';
import { type Principal, readGroups } from './principal.ts';
import { ApiProblem } from './problem.ts';

/** Who asks, by the Authorization header; undefined: nobody says. @throws {ApiProblem} */
export type TokenVerifier = (authorization: string | undefined) => Promise<Principal>;

export interface TokenVerifierOptions {
  /** `https://cognito-idp.REGION.amazonaws.com/POOL` */
  issuer: string;
  /** The client's id. A token of Cognito's kind `access` names it as `client_id`, every other as `aud`. */
  audience: string;
  /** jose's `createRemoteJWKSet` or `createLocalJWKSet`. */
  keys: JWTVerifyGetKey;
  clock: Clock;
}

const challenge = { 'www-authenticate': 'Bearer realm="maalestok"' };
/** Clocks differ. */
const toleranceS = 5;
/** Far beyond any token of ours. */
const mostCharacters = 8192;

/** Checks tokens: signature by RS256 alone, issuer, audience, exp and nbf; and reads who they speak for. */
export function createTokenVerifier({ issuer, audience, keys, clock }: TokenVerifierOptions): TokenVerifier {
  return async (authorization) => {
    if (authorization === undefined) return { role: 'anonymous' };
    const token = /^Bearer ([\w.-]+)$/iu.exec(authorization)?.[1];
    if (token === undefined || token.length > mostCharacters) throw refuse('no bearer token');
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: toleranceS,
      currentDate: new Date(clock.now()),
    }).catch((cause: unknown) => {
      throw translate(cause);
    });
    const named = payload.token_use === 'access' ? payload.client_id : payload.aud;
    if (![named].flat().includes(audience)) throw refuse('a token for another audience');
    const principal = readGroups(payload['cognito:groups'], String(payload.sub).slice(0, 200));
    if (typeof principal !== 'string') return principal;
    throw new ApiProblem('forbidden', `The request carries ${principal}: ask whoever runs this Målestok.`);
  };
}

/** What is the token's fault; that no key could be had is ours. */
function translate(cause: unknown): unknown {
  if (cause instanceof errors.JWTExpired) return refuse('a token that has expired');
  if (cause instanceof errors.JWTClaimValidationFailed)
    return refuse(`a token whose \`${cause.claim}\` is not accepted`);
  if (cause instanceof errors.JWKSTimeout || cause instanceof errors.JWKSInvalid) return cause;
  if (cause instanceof errors.JOSEError && cause.code !== 'ERR_JOSE_GENERIC')
    return refuse('a token that is not ours');
  return cause;
}

function refuse(is: string): ApiProblem {
  return new ApiProblem('unauthenticated', `The request carries ${is}.`, { headers: challenge });
}

/** @throws {ApiProblem} always */
export function refuseAnonymous(): never {
  throw new ApiProblem(
    'unauthenticated',
    'The request carries no token: send `Authorization: Bearer TOKEN`.',
    {
      headers: challenge,
    },
  );
}
