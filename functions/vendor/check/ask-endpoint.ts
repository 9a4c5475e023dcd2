import { setTimeout as sleep } from 'node:timers/promises';
import { readRetryAfter } from '../../adapters/read-retry-after.ts';
import type { Exchange } from './exchange.ts';
import { type Outgoing, type Received, type Transport, TransportFailure } from './transport.ts';

export interface AskOptions {
  transport: Transport;
  /** For the whole exchange: waits of a busy service and polls included. */
  timeoutMs: number;
  /** Between polls, and before a busy service is asked again, where it does not say. Absent: a second. */
  waitMs?: number | undefined;
  /** Headers that every request of the exchange carries. */
  auth: Record<string, string>;
}

const attempts = 4;
const usualWaitMs = 1000;
const longestWaitMs = 30_000;

/**
 * Posts one request and follows it to its end: a busy service is asked again, an answer that comes later is fetched.
 * Whatever happens is told in the exchange.
 */
export async function askEndpoint(
  outgoing: Outgoing,
  name: string,
  { transport, timeoutMs, auth, waitMs = usualWaitMs }: AskOptions,
): Promise<Exchange> {
  const exchange: Exchange = { name, responses: [], last: null, latencyMs: 0 };
  const started = performance.now();
  const stop = AbortSignal.timeout(timeoutMs);
  const send = async (request: Outgoing): Promise<Received> => {
    const received = await transport.send(request, stop);
    exchange.responses.push(received);
    return received;
  };
  try {
    const headers = { ...outgoing.headers, ...auth };
    const pause = async ({ headers: { 'retry-after': told } }: Received) => {
      await sleep(Math.min(readRetryAfter(told, Date.now()) ?? waitMs, longestWaitMs), undefined, {
        signal: stop,
      });
    };
    const received = await sendPatiently(() => send({ ...outgoing, headers }), pause);
    if (received.status === 202) await fetchLater(exchange, received, outgoing.url, { send, auth, pause });
    else exchange.last = received;
  } catch (error) {
    const accepted = exchange.responses.at(-1)?.status === 202;
    const failure = failureOf(error, stop);
    const kind = failure.kind === 'timeout' && accepted ? 'neverReady' : failure.kind;
    exchange.failure = { kind, message: failure.message };
    if (failure.kind === 'timeout' && isBusy(exchange.responses.at(-1))) {
      exchange.last = exchange.responses.at(-1)!;
      delete exchange.failure;
    }
  }
  exchange.latencyMs = Math.round(performance.now() - started);
  return exchange;
}

/** Waits as long as a response says. */
type Pause = (received: Received) => Promise<void>;

async function sendPatiently(send: () => Promise<Received>, pause: Pause): Promise<Received> {
  let received = await send();
  for (let attempt = 1; attempt < attempts && isBusy(received); attempt += 1) {
    await pause(received);
    received = await send();
  }
  return received;
}

function isBusy(received: Received | undefined): boolean {
  return received?.status === 429 || received?.status === 503;
}

interface Fetching {
  send: (request: Outgoing) => Promise<Received>;
  auth: Record<string, string>;
  pause: Pause;
}

/** Asks at the place that was named until the answer is there. */
async function fetchLater(
  exchange: Exchange,
  accepted: Received,
  base: URL,
  fetching: Fetching,
): Promise<void> {
  const { send, auth, pause } = fetching;
  const url = locationOf(accepted, base);
  if (url === undefined) {
    exchange.failure = { kind: 'noLocation', message: '' };
    return;
  }
  let received = accepted;
  while (received.status === 202) {
    await pause(received);
    received = await sendPatiently(() => send({ method: 'GET', url, headers: auth }), pause);
  }
  exchange.last = received;
}

/** Where an accepted question is answered: on the endpoint's own origin, since the key goes along. */
function locationOf({ headers }: Received, base: URL): URL | undefined {
  const { location } = headers;
  if (location === undefined || !URL.canParse(location, base.href)) return undefined;
  const url = new URL(location, base);
  return url.origin === base.origin ? url : undefined;
}

function failureOf(error: unknown, stop: AbortSignal): TransportFailure {
  if (stop.aborted) return new TransportFailure('timeout', '', { cause: error });
  if (error instanceof TransportFailure) return error;
  throw error;
}
