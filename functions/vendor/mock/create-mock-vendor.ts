import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { InputError } from '../../../datasets/errors.ts';
import { contractVersion } from '../../../evals/screening/vendor-contract.ts';
import { type Answerer, createAnswerer, mockModel } from './create-answerer.ts';
import { createJobs } from './create-jobs.ts';
import { createSwapper } from './create-swapper.ts';
import { type Client, createTokenDesk } from './create-token-desk.ts';
import type { Fault } from './fault.ts';
import { type FaultName, faults, findFault } from './faults.ts';
import { isReply, readQuestion, refuseStranger } from './read-question.ts';
import { type Reply, replyProblem } from './reply.ts';
import { sendReply } from './send-reply.ts';

export interface MockVendorOptions {
  /** Laid on every request; a request may ask for others in `x-mock-fault`. */
  faults?: readonly FaultName[] | undefined;
  /** Before each answer. */
  delayMs?: number | undefined;
  /** Before each answer under the fault `slow`. */
  slowMs?: number | undefined;
  /** Answers with 202 and a place to ask. */
  async?: boolean | undefined;
  /** Expected in `x-api-key`. */
  apiKey?: string | undefined;
  /** Who may fetch a token at `/token`; then one is expected. */
  client?: Client | undefined;
}

type Served = { Bindings: HttpBindings };

const largestRequest = 64 * 2 ** 20;

/** An example of a server that meets the vendor contract, and on demand of one that does not. */
export function createMockVendor(options: MockVendorOptions = {}): { app: Hono<Served>; answerer: Answerer } {
  const { delayMs = 0, slowMs = 60_000, apiKey, client } = options;
  const desk = client === undefined ? undefined : createTokenDesk(client);
  const standing = (options.faults ?? []).map((name) => faults[name] as Fault);
  const answerer = createAnswerer();
  const jobs = createJobs(Math.ceil(delayMs / 1000));
  const swap = createSwapper();

  const answer = async (context: Context<Served>, wrong: readonly Fault[]): Promise<Reply> => {
    const headers = context.req.raw.headers;
    const refuse = (reply: Reply): Reply =>
      wrong.reduce(
        (spoilt, { refusal }) => refusal?.(spoilt, headers.get('x-api-key') ?? '') ?? spoilt,
        reply,
      );
    const keeps = (rule: string) => !wrong.some(({ skips }) => skips?.some((each) => each === rule));
    const stranger = keeps('auth') ? refuseStranger(headers, { apiKey, desk }) : undefined;
    if (stranger !== undefined) return refuse(stranger);
    const text = await context.req.text();
    const question = readQuestion({ headers, text }, keeps);
    if (isReply(question)) return refuse(question);
    const whole = async () => {
      const waitMs = wrong.some(({ slow }) => slow) ? slowMs : delayMs;
      if (waitMs > 0) await sleep(waitMs);
      const own = answerer.answer(question, text, wrong);
      return wrong.some(({ mixesUp }) => mixesUp) ? swap(own) : own;
    };
    if (options.async || wrong.some(({ job }) => job !== undefined)) {
      return jobs.accept(question.requestId, whole(), wrong);
    }
    return whole();
  };

  const app = new Hono<Served>();
  app.get('/health', (context) =>
    context.json({ status: 'ok', contract: contractVersion, model: mockModel }),
  );
  const onError = (context: Context) => {
    const { body, ...rest } = replyProblem(
      413,
      'Too large',
      `expected at most ${largestRequest} bytes`,
      'body',
    );
    return context.body(new Uint8Array(body), 413, rest.headers);
  };
  app.post('/screen', bodyLimit({ maxSize: largestRequest, onError }), async (context) => {
    const wrong = readFaults(context.req.header('x-mock-fault'));
    if ('body' in wrong) return sendReply(wrong, context.env.outgoing);
    const all = [...standing, ...wrong];
    const reply = await answer(context, all);
    const spoil = reply.status === 200 || reply.status === 202;
    const sent = spoil ? all.reduce((spoilt, fault) => fault.reply?.(spoilt) ?? spoilt, reply) : reply;
    return sendReply(sent, context.env.outgoing);
  });
  if (desk !== undefined) {
    app.post('/token', bodyLimit({ maxSize: 10_000, onError }), async (context) =>
      sendReply(desk.issue(context.req.raw.headers, await context.req.text()), context.env.outgoing),
    );
  }
  app.get('/jobs/:id', async (context) => {
    const stranger = refuseStranger(context.req.raw.headers, { apiKey, desk });
    return sendReply(stranger ?? (await jobs.poll(context.req.param('id'))), context.env.outgoing);
  });
  app.notFound((context) =>
    sendReply(replyProblem(404, 'Not found', 'POST /screen', 'url'), context.env.outgoing),
  );
  app.onError((_, context) =>
    sendReply(replyProblem(500, 'Internal error', 'The mock failed.'), context.env.outgoing),
  );
  return { app, answerer };
}

/** The faults that a request asks for in its header, or the refusal where one does not exist. */
function readFaults(header: string | undefined): Fault[] | Reply {
  try {
    const names = (header ?? '').split(',').map((name) => name.trim());
    return names.filter((name) => name !== '').map((name) => findFault(name, 'x-mock-fault'));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return replyProblem(400, 'Unknown fault', error.message, 'x-mock-fault');
  }
}
