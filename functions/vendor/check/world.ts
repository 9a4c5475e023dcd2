import { randomUUID } from 'node:crypto';
import type { VendorRequest } from '../../../evals/screening/vendor-contract.ts';
import { askEndpoint } from './ask-endpoint.ts';
import { type BadRequestName, badRequests } from './bad-requests.ts';
import type { Exchange } from './exchange.ts';
import { parallelRequests, type QuestionName, questions, requestOf } from './questions.ts';
import type { Outgoing, Transport } from './transport.ts';

/** The endpoint under check, and what it was asked up to now. */
export interface World {
  /** Slower answers are remarked on. */
  slowMs: number;
  /** What must not come back in any response. */
  secrets: readonly string[];
  /** Asks a question, once: later calls get the same exchange. */
  ask(name: QuestionName): Promise<Exchange>;
  /** Sends what must be refused, once. */
  sendBad(name: BadRequestName): Promise<Exchange>;
  askAtOnce(): Promise<Exchange[]>;
  /** All exchanges up to now over questions that are right. */
  asked(): Exchange[];
  /** All exchanges up to now. */
  made(): Exchange[];
}

export interface WorldOptions {
  url: URL;
  transport: Transport;
  /** Headers that tell who asks, and the secrets in them. */
  auth: Record<string, string>;
  secrets: readonly string[];
  timeoutMs: number;
  slowMs: number;
  /** See `AskOptions`. */
  waitMs?: number | undefined;
}

export function createWorld(options: WorldOptions): World {
  const { url, transport, auth, timeoutMs, waitMs } = options;
  const settings = { transport, timeoutMs, waitMs };
  const salt = randomUUID();
  const exchanges = new Map<string, Promise<Exchange>>();
  const made: Exchange[] = [];
  const once = (name: string, make: () => Promise<Exchange>): Promise<Exchange> => {
    const known = exchanges.get(name);
    if (known !== undefined) return known;
    const exchange = make().then((done) => {
      made.push(done);
      return done;
    });
    exchanges.set(name, exchange);
    return exchange;
  };
  const post = async (name: string, question: VendorRequest): Promise<Exchange> => {
    const exchange = await askEndpoint(outgoingOf(url, question), name, { ...settings, auth });
    return { ...exchange, question };
  };
  return {
    slowMs: options.slowMs,
    secrets: options.secrets,
    ask: (name) => once(name, () => post(name, requestOf(name, questions[name], salt))),
    sendBad(name) {
      return once(name, () => {
        const right = outgoingOf(url, requestOf(name, questions.plain, salt));
        const { change, withAuth } = badRequests[name];
        return askEndpoint(change(right, auth), name, { ...settings, auth: withAuth ? auth : {} });
      });
    },
    askAtOnce() {
      const requests = parallelRequests(salt);
      return Promise.all(
        requests.map((request, index) => {
          const name = `parallel ${index + 1}`;
          return once(name, () => post(name, request));
        }),
      );
    },
    asked: () => made.filter(({ question }) => question !== undefined),
    made: () => [...made],
  };
}

/** A question as it is posted. */
export function outgoingOf(url: URL, question: VendorRequest): Outgoing {
  return {
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/json, application/problem+json',
      'idempotency-key': question.requestId,
    },
    body: JSON.stringify(question),
  };
}
