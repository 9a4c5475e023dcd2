import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Reply, replyJson } from './reply.ts';

export interface Client {
  clientId: string;
  clientSecret: string;
}

export interface TokenDesk {
  /** The reply to a request for a token. */
  issue(headers: Headers, text: string): Reply;
  /** Whether a request carries a token that was issued here. */
  knows(headers: Headers): boolean;
}

const lifeSeconds = 3600;
/** The oldest are forgotten. */
const mostTokens = 1000;

/**
 * Issues tokens by client credentials to one client.
 * @source RFC 6749, 4.4 and 2.3.1
 */
export function createTokenDesk({ clientId, clientSecret }: Client): TokenDesk {
  const expected = `Basic ${Buffer.from(`${encodeForm(clientId)}:${encodeForm(clientSecret)}`).toString('base64')}`;
  const tokens = new Set<string>();
  return {
    issue(headers, text) {
      if (!isSame(headers.get('authorization') ?? '', expected)) {
        return replyJson(401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic' });
      }
      if (new URLSearchParams(text).get('grant_type') !== 'client_credentials') {
        return replyJson(400, { error: 'unsupported_grant_type' });
      }
      const token = randomBytes(24).toString('base64url');
      tokens.add(token);
      for (const oldest of tokens) if (tokens.size > mostTokens) tokens.delete(oldest);
      return replyJson(200, { access_token: token, token_type: 'Bearer', expires_in: lifeSeconds });
    },
    knows: (headers) => tokens.has(/^Bearer (.+)$/u.exec(headers.get('authorization') ?? '')?.[1] ?? ''),
  };
}

function encodeForm(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}
