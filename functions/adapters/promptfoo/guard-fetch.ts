import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent, type Dispatcher } from 'undici';
import { createConnector, RefusedAddressError } from '../http/create-connector.ts';
import { refuseTarget } from '../http/refuse-address.ts';

const hosts = /(?:^|\.)promptfoo\.(?:app|dev|com)$/u;
const mark = Symbol.for('maalestok.guardsFetch');

/** What one call of a provider may reach. */
export interface Reach {
  /** Endpoints in private networks may be called. */
  allowPrivate: boolean;
  /** Set where the call was kept from an address: why. */
  refused?: string;
}

const reaches = new AsyncLocalStorage<Reach>();

/** Runs what asks a provider, so that it reaches only addresses that may be called. */
export function withinReach<T>(reach: Reach, run: () => Promise<T>): Promise<T> {
  return reaches.run(reach, run);
}

/**
 * Guards every request that this process makes by fetch. None reaches promptfoo's own services: beside its switches
 * that is needed, since version 0.123.1 with telemetry off still reports, under an id of the machine's, that it is
 * off. And within `withinReach` each address is checked as it is connected to, those that redirects lead to as well.
 */
export function guardFetch(): void {
  const { fetch } = globalThis;
  if (mark in fetch) return;
  const guarded: typeof fetch = async (input, init) => {
    const url = urlOf(input);
    if (url !== null && hosts.test(url.hostname.toLowerCase())) {
      throw new TypeError('requests to promptfoo’s own services are off');
    }
    const reach = reaches.getStore();
    return reach === undefined ? fetch(input, init) : fetchWithin(reach, { fetch, input, init, url });
  };
  globalThis.fetch = Object.assign(guarded, { [mark]: true });
}

interface Fetching {
  fetch: typeof globalThis.fetch;
  input: Parameters<typeof globalThis.fetch>[0];
  init: RequestInit | undefined;
  url: URL | null;
}

/** The provider's own dispatcher, a proxy's too, is replaced: it would connect to whatever a name resolves to. */
async function fetchWithin(reach: Reach, { fetch, input, init, url }: Fetching): Promise<Response> {
  const refused = url !== null && /^https?:$/u.test(url.protocol) && refuseTarget(url, reach.allowPrivate);
  if (typeof refused === 'string') {
    reach.refused = refused;
    throw new TypeError('fetch failed', { cause: new RefusedAddressError(refused) });
  }
  try {
    const dispatcher = dispatcherOf(reach.allowPrivate);
    // Assigned, not spread: Node's fetch takes it, though its type and that of the package are not the same.
    return await fetch(input, Object.assign({ ...init }, { dispatcher }));
  } catch (error) {
    const { cause } = Object(error) as { cause?: unknown };
    if (cause instanceof RefusedAddressError) reach.refused = cause.message;
    throw error;
  }
}

const dispatchers = new Map<boolean, Dispatcher>();

/** Kept for all calls; a call's own time-out bounds the wait for an answer. */
function dispatcherOf(allowPrivate: boolean): Dispatcher {
  const kept = dispatchers.get(allowPrivate);
  if (kept !== undefined) return kept;
  const { connect } = createConnector({ allowPrivate });
  const made = new Agent({ connect, headersTimeout: 0, bodyTimeout: 0 });
  dispatchers.set(allowPrivate, made);
  return made;
}

function urlOf(input: string | URL | Request): URL | null {
  return URL.parse(input instanceof Request ? input.url : String(input));
}
