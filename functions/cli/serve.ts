import { once } from 'node:events';
import { userInfo } from 'node:os';
import { createLocalJWKSet, createRemoteJWKSet } from 'jose';
import { InputError } from '../../datasets/errors.ts';
import { localIssuer, openIssuerKey } from '../adapters/signing/open-issuer-key.ts';
import { issuerKeyPlace } from '../adapters/signing/signing-key-place.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { usualLimits } from '../api/api-context.ts';
import { PartySchema } from '../api/principal.ts';
import { flagError, readMaxCost } from './read-options.ts';
import { readWholeNumber } from './read-vendor-options.ts';
import { startServer } from './serve/start-server.ts';

export interface ServeOptions {
  data: string;
  host: string;
  port: string;
  publicUrl?: string;
  /** In DKK. */
  maxRunCost?: string;
  issuer?: string;
  jwks?: string;
  audience?: string;
}

/** `maalestok serve`: the API on one machine, until it is interrupted. */
export async function serve(options: ServeOptions): Promise<void> {
  const { data, host } = options;
  const port = readWholeNumber('--port', options.port, { from: 0, to: 65_535 });
  const publicUrl =
    options.publicUrl === undefined ? undefined : readUrl('--public-url', options.publicUrl, /^https?:$/u);
  const maxRunCostDkk = readMaxCost(options.maxRunCost, '--max-run-cost') ?? null;
  const tokens = await readIssuer(options);
  const server = await startServer({
    folder: data,
    hostname: host,
    port,
    publicUrl: publicUrl?.origin,
    ...tokens,
    clock: createSystemClock(),
    limits: { ...usualLimits, maxRunCostDkk },
    log: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`Målestok's API at ${publicUrl?.origin ?? server.url}, with its data in ${data}.\n`);
  process.stdout.write('A token: npx maalestok serve token --as vendor:acme. Stop with Ctrl-C.\n');
  if (!['127.0.0.1', 'localhost', '::1'].includes(host)) {
    process.stderr.write(
      'Others can reach this address, and tokens travel as they are: put a proxy with TLS before it.\n',
    );
  }
  if (server.recovered > 0)
    process.stderr.write(`Ended what was under way when the last server stopped: ${server.recovered}.\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
}

export interface TokenOptions {
  as: string;
  hours: string;
  subject?: string;
}

/** `maalestok serve token`: a token that this machine's server accepts. */
export async function serveToken({ as, hours, subject }: TokenOptions): Promise<void> {
  const party = PartySchema.safeParse(as);
  if (!party.success) throw flagError('--as', as, 'operator, municipality:0101 or vendor:acme');
  const forHours = readWholeNumber('--hours', hours, { from: 1, to: 720 });
  const { issue, made } = await openKey();
  if (made) sayMade();
  const from = new Date();
  const until = new Date(from.getTime() + forHours * 3_600_000);
  process.stdout.write(`${await issue(party.data, subject ?? userInfo().username, from, until)}\n`);
}

/** Whose tokens are accepted: this machine's own, or those of an issuer that is named. @throws {InputError} */
async function readIssuer({ issuer, jwks, audience }: ServeOptions) {
  if (issuer === undefined && jwks === undefined && audience === undefined) {
    const local = await openKey();
    if (local.made) sayMade();
    return { ...localIssuer, keys: createLocalJWKSet(local.jwks) };
  }
  if (issuer === undefined || audience === undefined) {
    const field = issuer === undefined ? '--issuer' : '--audience';
    throw new InputError({
      field,
      is: 'not given',
      expected: '--issuer and --audience together, or neither',
    });
  }
  const address = jwks ?? `${issuer.replace(/\/$/u, '')}/.well-known/jwks.json`;
  return { issuer, audience, keys: createRemoteJWKSet(readUrl('--jwks', address, /^https:$/u)) };
}

function openKey() {
  return openIssuerKey(issuerKeyPlace());
}

function sayMade(): void {
  process.stderr.write(
    `A key was made to sign tokens with: ${issuerKeyPlace()}. Who has it can speak for anybody here: keep it to yourself.\n`,
  );
}

function readUrl(flag: string, value: string, protocol: RegExp): URL {
  const url = URL.parse(value);
  if (url !== null && protocol.test(url.protocol)) return url;
  throw flagError(flag, value, protocol.test('http:') ? 'an address (http or https)' : 'an address (https)');
}
