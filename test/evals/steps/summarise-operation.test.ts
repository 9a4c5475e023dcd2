import { expect, it } from 'vitest';
import { type Call, OperationSchema } from '../../../evals/artifacts.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { summariseOperation } from '../../../evals/steps/summarise-operation.ts';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { sampleReportInput } from '../../support/sample-result.ts';

function callOf(at: number, told: Partial<Call>): Call {
  return {
    schema: 'maalestok.call.v1',
    caseId: `c${at}`,
    repeat: 0,
    status: 'answered',
    attempts: 1,
    latencyMs: 100 * (at + 1),
    startedAt: '2026-01-01T00:00:00.000Z',
    pages: 2,
    ...told,
  };
}

it('sums up the calls of each model: latency a case and a page, tokens, cost a case and a defect found', async () => {
  const { result } = await sampleReportInput('da');
  const store = createMemoryStore();
  const [, , priced, free] = result.models;
  const calls = [
    callOf(0, {
      costDkk: 0.5,
      pricesOf: '2026-03-01',
      ratesOf: '2026-03-02',
      inputTokens: 10,
      outputTokens: 1,
      cacheReadTokens: 6,
    }),
    callOf(1, { costDkk: 1.5, pricesOf: '2026-02-01', inputTokens: 20, cacheWriteTokens: 4, attempts: 3 }),
    callOf(2, { pages: 0 }),
    callOf(3, { status: 'timedOut' }),
  ];
  const lines = (list: readonly Call[]) => list.map((call) => `${JSON.stringify(call)}\n`).join('');
  await store.write(runKeys.calls(priced!.model.id), lines(calls));
  await store.write(runKeys.calls(free!.model.id), lines([callOf(0, {})]));
  const operation = OperationSchema.parse(await summariseOperation(result, store));
  expect(JSON.parse(new TextDecoder().decode((await store.read(runKeys.operation))!))).toEqual(operation);
  expect(operation.models[2]).toEqual({
    id: priced!.model.id,
    calls: 4,
    attempts: 6,
    calledFrom: '2026-01-01',
    calledTo: '2026-01-01',
    // Nearest rank of 100, 200, 300, 400; a page of the three that showed any: 50, 100, 200.
    latencyMs: { p50: 200, p95: 400, p99: 400 },
    latencyPerPageMs: { p50: 100, p95: 200, p99: 200 },
    inputTokens: 30,
    outputTokens: 1,
    cacheReadTokens: 6,
    cacheWriteTokens: 4,
    cachedCalls: 0,
    pricedCalls: 2,
    costDkk: 2,
    // Two of the four calls told a cost: the others make it no cheaper.
    costPerCaseDkk: 1,
    costPerTrueDefectDkk: null,
    pricesOf: '2026-02-01',
    pricesTo: '2026-03-01',
    ratesOf: '2026-03-02',
  });
  const unknown = {
    inputTokens: null,
    outputTokens: null,
    pricedCalls: 0,
    costDkk: null,
    costPerCaseDkk: null,
    costPerTrueDefectDkk: null,
    pricesOf: null,
    pricesTo: null,
    ratesOf: null,
  };
  expect(operation.models[3]).toMatchObject({ calls: 1, ...unknown });
  expect(operation.models[4]).toMatchObject({
    calls: 0,
    latencyMs: null,
    latencyPerPageMs: null,
    ...unknown,
  });

  const { truePositives } = priced!.defects;
  const { planned } = priced!.counts;
  expect(truePositives).toBeGreaterThan(0);
  await store.write(runKeys.calls(priced!.model.id), lines(calls.slice(0, 2)));
  const [, , whole] = (await summariseOperation(result, store)).models;
  expect(whole).toMatchObject({ costPerCaseDkk: 1, costPerTrueDefectDkk: planned / truePositives });
});

it('counts a question that was asked again after a crash as two calls, both paid, and no case as dearer', async () => {
  const { result } = await sampleReportInput('da');
  const store = createMemoryStore();
  const { model, counts, defects } = result.models[2]!;
  const calls = Array.from({ length: counts.planned }, (_, at) => callOf(at, { costDkk: 0.5 }));
  const write = (list: readonly Call[]) =>
    store.write(runKeys.calls(model.id), list.map((call) => `${JSON.stringify(call)}\n`).join(''));
  await write(calls);
  const once = (await summariseOperation(result, store)).models[2]!;
  expect(once).toMatchObject({
    calls: counts.planned,
    costDkk: 0.5 * counts.planned,
    costPerCaseDkk: 0.5,
    costPerTrueDefectDkk: (0.5 * counts.planned) / defects.truePositives,
  });
  await write([...calls.slice(0, 3), calls[2]!, ...calls.slice(3)]);
  expect((await summariseOperation(result, store)).models[2]).toEqual({
    ...once,
    calls: counts.planned + 1,
    attempts: counts.planned + 1,
    pricedCalls: counts.planned + 1,
    costDkk: 0.5 * (counts.planned + 1),
    latencyMs: expect.anything(),
    latencyPerPageMs: expect.anything(),
  });
});

it('takes answers of earlier runs into time and cost a case, not into what was paid', async () => {
  const { result } = await sampleReportInput('da');
  const store = createMemoryStore();
  const calls = [callOf(0, { costDkk: 2 }), callOf(1, { costDkk: 1, cached: true })];
  await store.write(
    runKeys.calls(result.models[2]!.model.id),
    calls.map((call) => `${JSON.stringify(call)}\n`).join(''),
  );
  expect((await summariseOperation(result, store)).models[2]).toMatchObject({
    calls: 2,
    cachedCalls: 1,
    pricedCalls: 2,
    costDkk: 2,
    costPerCaseDkk: 1.5,
  });
});
