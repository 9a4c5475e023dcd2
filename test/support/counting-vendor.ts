import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRandom } from '../../evals/statistics/random.ts';
import { knownCodes } from './arbitraries.ts';

/** A vendor's endpoint that answers by the contract, the same each time, and counts what it is asked. */
export interface CountingVendor {
  url: string;
  /** How often each question has come, by its idempotency key. */
  asked: Map<string, number>;
  /** Requests that have come and are not answered. */
  inFlight(): number;
  /** Resolves when so many more requests have come. */
  afterRequests(count: number): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface VendorOptions {
  delayMs?: number | (() => number);
  /** No answer is given before it resolves. */
  until?: Promise<unknown>;
  /** Cases that it fails on with a 400, for as long as they stand here. */
  refused?: Set<string>;
  /** Whether it says that it is busy; asked for each request. */
  busy?: () => boolean;
}

export async function startCountingVendor(options: VendorOptions = {}): Promise<CountingVendor> {
  const { delayMs = 0, until, refused } = options;
  const asked = new Map<string, number>();
  let requests = 0;
  let inFlight = 0;
  let waiting: { at: number; come: () => void } | undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    response.on('close', () => {
      inFlight -= 1;
    });
    inFlight += 1;
    request.on('end', () => {
      const key = String(request.headers['idempotency-key']);
      asked.set(key, (asked.get(key) ?? 0) + 1);
      requests += 1;
      if (waiting !== undefined && requests >= waiting.at) waiting.come();
      const { caseId } = JSON.parse(body).case as { caseId: string };
      const answer = () => {
        if (options.busy?.() === true) response.writeHead(429).end();
        else if (refused?.has(caseId)) response.writeHead(400).end();
        else response.end(JSON.stringify(answerTo(caseId)));
      };
      if (until === undefined) setTimeout(answer, typeof delayMs === 'number' ? delayMs : delayMs());
      else void until.then(answer);
    });
    // A killed client is what this is about.
    request.on('error', () => undefined);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    inFlight: () => inFlight,
    afterRequests: (count) =>
      new Promise((come) => {
        waiting = { at: requests + count, come };
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answerTo(caseId: string): object {
  const random = createRandom(`vendor ${caseId}`);
  const codes = knownCodes.filter(() => random.below(4) === 0);
  const findings = codes.map((code, at) => ({
    findingId: `f${at}`,
    text: `Der mangler oplysning om ${code}: æøå.`,
    code,
    citations: ['BR18 § 10, stk. 1, nr. 2'],
  }));
  return { caseId, findings, usage: { inputTokens: 100, outputTokens: 10 * codes.length } };
}
