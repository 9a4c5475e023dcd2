import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Hono } from 'hono';
import type { JWTVerifyGetKey } from 'jose';
import { InputError } from '../../../datasets/errors.ts';
import type { Clock } from '../../../evals/ports.ts';
import { takeFileLock } from '../../adapters/file-lock.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { createSqliteRegistry } from '../../adapters/registry/create-sqlite-registry.ts';
import { createLocalUploadDesk } from '../../adapters/uploads/create-local-upload-desk.ts';
import type { ApiContext, ApiLimits } from '../../api/api-context.ts';
import { createApi } from '../../api/create-api.ts';
import { createTokenVerifier } from '../../api/verify-token.ts';
import { createLocalRuns } from './create-local-runs.ts';
import { createLocalScorer } from './create-local-scorer.ts';
import { recover } from './recover.ts';

export interface ServerOptions {
  /** Holds the registry, data sets, uploads, submissions and runs. */
  folder: string;
  hostname: string;
  /** 0: any that is free. */
  port: number;
  /** Where others reach the server, where that is not the address it listens on. */
  publicUrl?: string | undefined;
  issuer: string;
  audience: string;
  keys: JWTVerifyGetKey;
  clock: Clock;
  limits: ApiLimits;
  log(line: string): void;
}

export interface Server {
  url: string;
  context: ApiContext;
  /** What was under way when an earlier server stopped, and is ended now. */
  recovered: number;
  /** Waits for submissions that are being scored. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const uploadExpiresInS = 900;
const runsAtOnce = 2;
/** What has expired is removed so often. */
const sweepEveryMs = 3_600_000;
const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The API on one machine, with SQLite and files. One server at a time works on a folder.
 * @throws {InputError} where another does, the folder cannot be used, or the port is taken
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { folder, hostname, port, publicUrl, clock, limits, log } = options;
  const release = await takeFileLock(join(folder, 'serve.lock'), folder);
  const registry = await createSqliteRegistry(join(folder, 'registry.sqlite'));
  const blobs = createFileStore(folder, { shared: true });
  let url = '';
  const uploads = createLocalUploadDesk({
    secret: randomBytes(32),
    clock,
    expiresInS: uploadExpiresInS,
    addressOf: (token) => `${publicUrl ?? url}/v1/uploads/${token}`,
  });
  const sweep = async () => void (await registry.sweep?.(clock.now()));
  await sweep();
  const sweeping = setInterval(() => {
    sweep().catch((error: unknown) => log(`sweep: ${String(error)}`));
  }, sweepEveryMs).unref();
  const settling = { registry, blobs, clock, log };
  const recovered = await recover(settling);
  const runs = createLocalRuns({ registry, clock, folder, concurrency: runsAtOnce, log });
  const scorer = createLocalScorer(settling);
  const context: ApiContext = {
    registry,
    blobs,
    site: createFileStore(join(folder, 'site'), { shared: true }),
    clock,
    verifyToken: createTokenVerifier(options),
    uploads,
    acceptUpload: (token) => uploads.accept(token),
    runs,
    scorer,
    limits,
    log,
  };
  const stop = async () => {
    clearInterval(sweeping);
    await runs.close();
    await scorer.idle();
    await registry.close?.();
    await release();
  };
  const known = publicUrl === undefined ? [] : [new URL(publicUrl).hostname];
  const fetch = guarded(
    createApi(context, (request) => getConnInfo(request).remote.address ?? ''),
    hostname,
    known,
  );
  const server = serve({ fetch, hostname, port });
  await once(server, 'listening').catch(async (cause: NodeJS.ErrnoException) => {
    await stop();
    if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES' && cause.code !== 'EADDRNOTAVAIL') throw cause;
    const is = `${hostname}:${port}, which cannot be listened on (${cause.code})`;
    throw new InputError({ field: '--port', is, expected: 'an address and port that are free' }, { cause });
  });
  const address = server.address() as AddressInfo;
  url = `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
  return {
    url,
    context,
    recovered,
    idle: () => scorer.idle(),
    async close() {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
      await stop();
    },
  };
}

/** A page of elsewhere whose name is made to lead here (DNS rebinding) is not answered. */
function guarded(api: Hono, hostname: string, known: readonly string[]): Hono['fetch'] {
  if (!loopback.includes(hostname)) return api.fetch;
  return (request, ...rest) => {
    const { hostname: asked } = new URL(request.url);
    if ([...loopback, ...known].includes(asked)) return api.fetch(request, ...rest);
    return new Response('Forbidden', { status: 403 });
  };
}
