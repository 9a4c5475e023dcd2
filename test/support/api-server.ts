import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createLocalJWKSet, exportJWK, SignJWT } from 'jose';
import type { Clock } from '../../evals/ports.ts';
import { createSystemClock } from '../../functions/adapters/system-clock.ts';
import { type ApiLimits, usualLimits } from '../../functions/api/api-context.ts';
import { type Server, startServer } from '../../functions/cli/serve/start-server.ts';
import { knownCodes } from './arbitraries.ts';
import {
  type SmallSplit,
  smallCase,
  smallLabel,
  temporaryFolder,
  writeSmallDataset,
} from './small-dataset.ts';

export const issuer = 'https://issuer.example/pool';
export const audience = 'client-1';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What the issuer publishes of its key. */
export async function issuerKeys() {
  return { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] };
}

export interface TokenChanges {
  groups?: unknown;
  claims?: Record<string, unknown>;
  key?: KeyObject | Uint8Array;
  alg?: string;
}

/** A token of the test's issuer, valid for an hour unless changed. */
export async function tokenFor(
  group: string,
  { groups, claims, key, alg }: TokenChanges = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    'cognito:groups': groups ?? [group],
    sub: `person-of-${group}`,
    iss: issuer,
    aud: audience,
  };
  const whole = { ...payload, iat: now, nbf: now, exp: now + 3600, ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(whole)))
    .setProtectedHeader({ alg: alg ?? 'RS256', kid: 'k1' })
    .sign(key ?? keys.privateKey);
}

export interface Reply {
  status: number;
  /** Undefined where there is none. */
  body: unknown;
  text: string;
  headers: Headers;
}

export interface AskOptions {
  token?: string | undefined;
  body?: unknown;
  /** Absent: a new one for each write. null: none. */
  key?: string | null;
  headers?: Record<string, string>;
}

export interface ApiServer {
  folder: string;
  server: Server;
  ask(method: string, path: string, options?: AskOptions): Promise<Reply>;
  /** As `ask`, by a principal of this group. */
  as(group: string | null, method: string, path: string, options?: AskOptions): Promise<Reply>;
  log: string[];
  close(): Promise<void>;
}

export interface ApiServerOptions {
  limits?: Partial<ApiLimits>;
  clock?: Clock;
  /** Absent: a new one. */
  folder?: string;
}

/** No test runs into these unless it wants to. */
const wide: ApiLimits['rates'] = {
  party: { burst: 100_000, perMinute: 100_000 },
  anonymous: { burst: 100_000, perMinute: 100_000 },
};

/** The API as `maalestok serve` starts it, with an issuer of the test. */
export async function startApi(options: ApiServerOptions = {}): Promise<ApiServer> {
  const place = await temporaryFolder();
  const folder = options.folder ?? join(place.folder, 'data');
  const log: string[] = [];
  const server = await startServer({
    folder,
    hostname: '127.0.0.1',
    port: 0,
    issuer,
    audience,
    keys: createLocalJWKSet(await issuerKeys()),
    clock: options.clock ?? createSystemClock(),
    limits: { ...usualLimits, rates: wide, ...options.limits },
    log: (line) => log.push(line),
  });
  return {
    folder,
    server,
    log,
    ...createAsk(server.url),
    async close() {
      await server.close();
      await place[Symbol.asyncDispose]();
    },
  };
}

/** Ways to ask an API at an address. @param changes of every token */
export function createAsk(url: string, changes: TokenChanges = {}): Pick<ApiServer, 'ask' | 'as'> {
  const tokens = new Map<string, Promise<string>>();
  const ask: ApiServer['ask'] = async (method, path, { token, body, key, headers = {} } = {}) => {
    const write = method === 'POST';
    const response = await fetch(path.startsWith('http') ? path : url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(write && key !== null ? { 'idempotency-key': key ?? randomUUID() } : {}),
        ...(body === undefined || method === 'PUT' ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json(?:;|$)/u.test(response.headers.get('content-type') ?? '') && !text.includes('\n');
    return {
      status: response.status,
      body: json ? JSON.parse(text) : undefined,
      text,
      headers: response.headers,
    };
  };
  return {
    ask,
    async as(group, method, path, asked) {
      if (group === null) return ask(method, path, asked);
      const token = tokens.get(group) ?? tokenFor(group, changes);
      tokens.set(group, token);
      return ask(method, path, { ...asked, token: await token });
    },
  };
}

/** Ids of a split's cases. */
export const apiCaseIds = (prefix: string, count = 12) =>
  Array.from({ length: count }, (_, at) => `${prefix}${String(at).padStart(2, '0')}`);

/** Every fourth case is complete, the others have one defect. */
export function apiSplit(prefix: string, count = 12): SmallSplit {
  const ids = apiCaseIds(prefix, count);
  return {
    cases: ids.map((id) => smallCase(id)),
    labels: ids.map((id, at) => smallLabel(id, at % 4 === 0 ? [] : [knownCodes[at % 6]!])),
  };
}

/** A data set in a party's folder of the store. */
export async function placeDataset(
  folder: string,
  slug: string,
  name: string,
  splits: Record<string, SmallSplit>,
  changes: object = {},
): Promise<void> {
  await writeSmallDataset(join(folder, 'datasets', slug, name), splits, changes);
}

/** The answers of a model to a split's cases, right in all but every third. */
export function answersOf(model: { id: string; version: string }, prefix: string, count = 12): string {
  return apiCaseIds(prefix, count)
    .map((caseId, at) => {
      const code = knownCodes[(at % 3 === 2 ? at + 1 : at) % 6]!;
      const findings = at % 4 === 0 ? [] : [{ findingId: 'f1', text: code, code }];
      return `${JSON.stringify({ model, caseId, status: 'answered', findings })}\n`;
    })
    .join('');
}
