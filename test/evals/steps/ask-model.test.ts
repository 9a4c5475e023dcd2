import { describe, expect, it } from 'vitest';
import { ModelCallError, ModelThrottledError } from '../../../datasets/errors.ts';
import { ProtocolSchema } from '../../../evals/artifacts.ts';
import { drawBackoffMs } from '../../../evals/engine/draw-backoff.ts';
import { Lane } from '../../../evals/engine/lane.ts';
import type { Clock, Model, ModelAnswer } from '../../../evals/ports.ts';
import { type Price, PriceSchema } from '../../../evals/prices/price.ts';
import { refusedAnswer } from '../../../evals/screening/no-answer.ts';
import { askModel } from '../../../evals/steps/ask-model.ts';
import { smallCase } from '../../support/small-dataset.ts';

const requestId = 'ab'.repeat(32);
const protocol = ProtocolSchema.parse({ timeoutMs: 1000, retries: 2 });
const finding = { findingId: 'f1', text: 'tekst', citations: [], evidence: [] };

type Reply = ModelAnswer | Error | (() => Promise<ModelAnswer>);

/** A model that gives its replies in turn, the last one for ever. */
function fakeModel(...replies: [Reply, ...Reply[]]): Model & { asked: number } {
  return {
    id: 'fake',
    version: '1',
    asked: 0,
    async screen() {
      const reply = replies[Math.min(this.asked, replies.length - 1)]!;
      this.asked += 1;
      if (reply instanceof Error) throw reply;
      return typeof reply === 'function' ? reply() : reply;
    },
  };
}

/** A clock on which only sleep takes time. */
function fakeClock(): Clock & { slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => '2026-01-01T00:00:00.000Z',
    elapsedMs: () => slept.reduce((sum, ms) => sum + ms, 0),
    async sleep(ms) {
      slept.push(ms);
    },
  };
}

const head = {
  schema: 'maalestok.screening.v1',
  model: { id: 'fake', version: '1' },
  caseId: 'c1',
  repeat: 0,
};

function ask(
  model: Model,
  clock: Clock = fakeClock(),
  changes: Partial<typeof protocol> = {},
  price?: Price,
) {
  const settings = { ...protocol, ...changes };
  return askModel({
    model,
    caseShown: smallCase('c1'),
    repeat: 0,
    requestId,
    protocol: settings,
    lane: new Lane({ clock, giveUpAfterMs: settings.timeoutMs }),
    clock,
    price,
  });
}

describe('askModel', () => {
  it('hands on the answer, and keeps what it cost in the call', async () => {
    const usage = { inputTokens: 10, costDkk: 0.5, pricesOf: '2026-01-01' };
    const { screening, call } = await ask(fakeModel({ findings: [finding], outcome: 'deficient', usage }));
    expect(screening).toEqual({ ...head, status: 'answered', outcome: 'deficient', findings: [finding] });
    expect(call).toEqual({
      schema: 'maalestok.call.v1',
      caseId: 'c1',
      repeat: 0,
      status: 'answered',
      attempts: 1,
      latencyMs: 0,
      startedAt: '2026-01-01T00:00:00.000Z',
      pages: 1,
      ...usage,
    });
  });

  it('asks again where the service is busy, after the wait it asks for or one of full jitter', async () => {
    const busy = new ModelThrottledError('busy');
    const clock = fakeClock();
    const told = new ModelThrottledError('busy', { retryAfterMs: 700 });
    const { screening, call } = await ask(fakeModel(busy, told, { findings: [finding] }), clock);
    expect(screening).toMatchObject({ status: 'answered', findings: [finding] });
    const drawn = drawBackoffMs(requestId, 1);
    expect(call).toMatchObject({ status: 'answered', attempts: 3, latencyMs: drawn + 700 });
    expect(clock.slept).toEqual([drawn, 700]);
  });

  it('asks a busy service for as long as the question has time, whatever the retries: failed, throttled', async () => {
    const model = fakeModel(new ModelThrottledError('busy'));
    const clock = fakeClock();
    const { screening, call } = await ask(model, clock, { timeoutMs: 20_000, retries: 1 });
    expect(screening).toEqual({
      ...head,
      status: 'failed',
      findings: [],
      error: { kind: 'throttled', message: 'busy' },
    });
    expect(call).toMatchObject({ status: 'failed', attempts: model.asked });
    expect(model.asked).toBeGreaterThan(3);
    expect(clock.elapsedMs()).toBeLessThanOrEqual(40_000);
  });

  it('does not begin a wait that the question has no time for, but holds the others back', async () => {
    const model = fakeModel(new ModelThrottledError('busy', { retryAfterMs: 3000 }));
    const clock = fakeClock();
    const settings = { ...protocol, timeoutMs: 1000, retries: 1 };
    const lane = new Lane({ clock, giveUpAfterMs: 60_000 });
    const question = {
      model,
      caseShown: smallCase('c1'),
      repeat: 0,
      requestId,
      protocol: settings,
      lane,
      clock,
    };
    const { call } = await askModel(question);
    expect(call).toMatchObject({ status: 'failed', attempts: 1 });
    expect(clock.slept).toEqual([]);
    await askModel(question);
    expect(clock.slept).toEqual([3000]);
  });

  it('is not sent once more when the waits have taken its time', async () => {
    const model = fakeModel(new ModelThrottledError('busy', { retryAfterMs: 500 }), { findings: [] });
    const clock = fakeClock();
    const settings = { ...protocol, timeoutMs: 1000, retries: 0 };
    const lane = new Lane({ clock, giveUpAfterMs: 60_000 });
    const busyLane: Pick<Lane, keyof Lane> = Object.assign(Object.create(lane), {
      // Another question's pause, longer than this one's.
      pause: () => lane.pause(5000),
      attempt: lane.attempt.bind(lane),
      mayRetry: () => lane.mayRetry(),
    });
    const { screening, call } = await askModel({
      ...{ model, caseShown: smallCase('c1'), repeat: 0, requestId, clock },
      protocol: settings,
      lane: busyLane as Lane,
    });
    expect(screening).toMatchObject({ status: 'failed', error: { kind: 'throttled' } });
    expect(call.attempts).toBe(1);
    expect(model.asked).toBe(1);
  });

  it('asks again as often as the protocol says where that may help', async () => {
    const model = fakeModel(new ModelCallError('server-error', '500', { retryable: true }));
    const { screening, call } = await ask(model, fakeClock(), { timeoutMs: 60_000 });
    expect(screening).toMatchObject({ status: 'failed', error: { kind: 'server-error', message: '500' } });
    expect(call.attempts).toBe(3);
    const mended = fakeModel(new ModelCallError('network', 'reset', { retryable: true }), {
      findings: [finding],
    });
    expect((await ask(mended)).screening.status).toBe('answered');
    expect(mended.asked).toBe(2);
  });

  it('keeps the kind of a failure, and does not ask again', async () => {
    const model = fakeModel(new ModelCallError('refused', 'content filter'));
    const { screening, call } = await ask(model);
    expect(screening).toEqual({
      ...head,
      status: 'failed',
      findings: [],
      error: { kind: 'refused', message: 'content filter' },
    });
    expect(call.attempts).toBe(1);
    expect(model.asked).toBe(1);
  });

  it('makes no attempt that has hardly any time left, and keeps what came before', async () => {
    const model = fakeModel(new ModelThrottledError('429', { retryAfterMs: 2950 }), { findings: [] });
    const { screening, call } = await ask(model);
    expect(screening).toMatchObject({ status: 'failed', error: { kind: 'throttled' } });
    expect(call.attempts).toBe(1);
    const sooner = fakeModel(new ModelThrottledError('429', { retryAfterMs: 2900 }), { findings: [] });
    expect((await ask(sooner)).screening.status).toBe('answered');
  });

  it('asks nobody again who refused, and counts what that cost', async () => {
    const usage = { inputTokens: 1000, outputTokens: 10 };
    const refused = { ...refusedAnswer('a filter held it back'), usage };
    const model = fakeModel(refused, { findings: [finding] });
    const price = PriceSchema.parse({ currency: 'DKK', of: '2026-01-01', inputPerMillion: 1000 });
    const { screening, call } = await ask(model, fakeClock(), {}, price);
    expect(screening).toMatchObject({ status: 'failed', findings: [], error: { kind: 'refused' } });
    expect(call).toMatchObject({ ...usage, status: 'failed', attempts: 1, costDkk: 1 });
    expect(model.asked).toBe(1);
  });

  it('stops waiting for an answer that does not come, and tells the model', async () => {
    let signal: AbortSignal | undefined;
    const model: Model = {
      id: 'fake',
      version: '1',
      screen(_, options) {
        signal = options.signal;
        return new Promise(() => {});
      },
    };
    const { screening, call } = await ask(model, fakeClock(), { timeoutMs: 20 });
    expect(screening).toMatchObject({ status: 'timedOut', findings: [], error: { kind: 'timeout' } });
    expect(call).toMatchObject({ status: 'timedOut', attempts: 1 });
    expect(signal?.aborted).toBe(true);
  });

  it('is not upset by an answer or an error that comes too late', async () => {
    const late = () =>
      new Promise<ModelAnswer>((_, reject) => {
        setTimeout(() => reject(new TypeError('too late')), 30);
      });
    const { screening } = await ask(fakeModel(late), fakeClock(), { timeoutMs: 5 });
    expect(screening.status).toBe('timedOut');
    await new Promise((resolve) => setTimeout(resolve, 60));
  });

  it.each<[string, unknown]>([
    ['a finding without text', { findings: [{ findingId: 'f1' }] }],
    ['findings that are no list', { findings: 'ingen' }],
    ['a status that does not exist', { findings: [], status: 'done' }],
    ['a confidence above 1', { findings: [{ ...finding, confidence: 2 }] }],
    ['two findings of one id', { findings: [finding, { ...finding, text: 'en anden' }] }],
    ['more findings than an answer may hold', { findings: Array(501).fill(finding) }],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'Der er ingen mangler.'],
    ['a list', [finding]],
  ])('takes %s for an invalid answer that scores as empty', async (_, answer) => {
    const { screening } = await ask(fakeModel(async () => answer as ModelAnswer));
    expect(screening).toMatchObject({ ...head, status: 'invalid', findings: [], error: { kind: 'schema' } });
  });

  it('does not take a model for another, whatever its answer says', async () => {
    const answer = { findings: [], model: { id: 'other', version: '9' }, caseId: 'c2', repeat: 4 };
    const { screening } = await ask(fakeModel(async () => answer));
    expect(screening).toMatchObject(head);
  });

  it('lets a bug in the model out', async () => {
    await expect(ask(fakeModel(new TypeError('x is undefined')))).rejects.toThrow(TypeError);
  });

  it('shows no more of the case than the protocol allows', async () => {
    let seen: unknown;
    const model: Model = {
      id: 'fake',
      version: '1',
      async screen(caseShown) {
        seen = caseShown;
        return { findings: [] };
      },
    };
    await ask(model, fakeClock(), { shown: { ...protocol.shown, fields: false } });
    expect(seen).toEqual(smallCase('c1', { fields: {} }));
  });
});
