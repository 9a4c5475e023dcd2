import { promises as dns, lookup } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { Agent, request } from 'undici';
import { type Outgoing, type Received, type Transport, TransportFailure } from './transport.ts';

export interface TransportOptions {
  allowPrivate: boolean;
  /** Longer answers are given up. Absent: 16 MiB. */
  maxBytes?: number;
}

/** HTTP with bounded answers, without redirects, and to public addresses only unless told otherwise. */
export function createTransport({ allowPrivate, maxBytes = 16 * 2 ** 20 }: TransportOptions): Transport {
  const guard: typeof lookup = ((host: string, options: object, done: (...args: unknown[]) => void) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error);
      const refused = addresses.find(({ address }) => !allowPrivate && !isPublic(address));
      if (refused !== undefined) return done(new TransportFailure('address', 'a private address'));
      return done(null, addresses);
    });
  }) as typeof lookup;
  const agent = new Agent({ connect: { lookup: guard, timeout: 10_000 }, headersTimeout: 0, bodyTimeout: 0 });
  return {
    async send(outgoing, signal) {
      const host = outgoing.url.hostname.replace(/^\[|\]$/gu, '');
      if (!allowPrivate && ipaddr.isValid(host) && !isPublic(host)) {
        throw new TransportFailure('address', 'a private address');
      }
      try {
        return await sendOnce(outgoing, { agent, signal, maxBytes });
      } catch (error) {
        throw failureOf(error);
      }
    },
    async isConfidential(url) {
      if (url.protocol === 'https:') return true;
      const addresses = await dns.lookup(url.hostname.replace(/^\[|\]$/gu, ''), { all: true });
      return addresses.every(({ address }) => !isPublic(address));
    },
    close: () => agent.destroy(),
  };
}

async function sendOnce(
  { method, url, headers, body }: Outgoing,
  { agent, signal, maxBytes }: { agent: Agent; signal: AbortSignal; maxBytes: number },
): Promise<Received> {
  const response = await request(url, { dispatcher: agent, method, headers, body: body ?? null, signal });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > maxBytes) throw new TransportFailure('tooLarge', `more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const single = Object.entries(response.headers).map(([name, value]) => [
    name.toLowerCase(),
    String(Array.isArray(value) ? value[0] : value),
  ]);
  return { status: response.statusCode, headers: Object.fromEntries(single), body: Buffer.concat(chunks) };
}

const broken = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

function failureOf(error: unknown): unknown {
  if (error instanceof TransportFailure || !(error instanceof Error)) return error;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return error;
  const { code, name } = error as NodeJS.ErrnoException;
  const isBroken = (code !== undefined && broken.has(code)) || name === 'HTTPParserError';
  return new TransportFailure(isBroken ? 'broken' : 'connection', String(code ?? name), { cause: error });
}

function isPublic(address: string): boolean {
  return ipaddr.process(address).range() === 'unicast';
}
