import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JWK, SignJWT } from 'jose';
import { type KeyKind, openPrivateKey } from './open-private-key.ts';

/** Shorter ones are not trusted. */
const leastBits = 2048;

const tokenKey: KeyKind = {
  name: 'token key',
  algorithm: 'RSA',
  is: (key) => key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= leastBits,
  make: () => generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey,
  variable: 'MAALESTOK_ISSUER_KEY',
  afterLoss: 'hand out new tokens: the old ones are void',
};

/** Who issues tokens on one machine, and for whom: with the key, what `serve` and `serve token` share. */
export const localIssuer = { issuer: 'urn:maalestok:local', audience: 'maalestok' } as const;

export interface LocalIssuer {
  /** The public half, for whoever checks tokens. */
  jwks: { keys: JWK[] };
  /** @param group `operator`, `municipality:ID` or `vendor:ID` */
  issue(group: string, subject: string, from: Date, until: Date): Promise<string>;
  made: boolean;
}

/** The key by which this machine signs tokens, made on first use. @throws {InputError} as {@link openPrivateKey} */
export async function openIssuerKey(file: string): Promise<LocalIssuer> {
  const { key, made } = await openPrivateKey(file, tokenKey);
  const jwk = await publicJwk(key);
  return {
    jwks: { keys: [jwk] },
    made,
    issue: (group, subject, from, until) =>
      new SignJWT({ 'cognito:groups': [group] })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: jwk.kid ?? '' })
        .setIssuer(localIssuer.issuer)
        .setAudience(localIssuer.audience)
        .setSubject(subject)
        .setIssuedAt(from)
        .setNotBefore(from)
        .setExpirationTime(until)
        .sign(key),
  };
}

async function publicJwk(key: KeyObject): Promise<JWK> {
  const jwk = await exportJWK(createPublicKey(key));
  return { ...jwk, alg: 'RS256', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}
