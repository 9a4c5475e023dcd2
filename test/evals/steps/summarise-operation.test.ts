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
    callOf(0, { costDkk: 0.5, pricesOf: '2026-03-01', inputTokens: 10, outputTokens: 1 }),
    callOf(1, { costDkk: 1.5, pricesOf: '2026-02-01', inputTokens: 20, attempts: 3 }),
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
    // Nearest rank of 100, 200, 300, 400; a page of the three that showed any: 50, 100, 200.
    latencyMs: { p50: 200, p95: 400, p99: 400 },
    latencyPerPageMs: { p50: 100, p95: 200, p99: 200 },
    inputTokens: 30,
    outputTokens: 1,
    pricedCalls: 2,
    costDkk: 2,
    // Two of the four calls told a cost: the others make it no cheaper.
    costPerCaseDkk: 1,
    costPerTrueDefectDkk: null,
    pricesOf: '2026-02-01',
  });
  const unknown = {
    pricedCalls: 0,
    costDkk: null,
    costPerCaseDkk: null,
    costPerTrueDefectDkk: null,
    pricesOf: null,
  };
  expect(operation.models[3]).toMatchObject({ calls: 1, ...unknown });
  expect(operation.models[4]).toMatchObject({
    calls: 0,
    latencyMs: null,
    latencyPerPageMs: null,
    ...unknown,
  });

  const { truePositives } = priced!.defects;
  expect(truePositives).toBeGreaterThan(0);
  await store.write(runKeys.calls(priced!.model.id), lines(calls.slice(0, 2)));
  const [, , whole] = (await summariseOperation(result, store)).models;
  expect(whole).toMatchObject({ costPerCaseDkk: 1, costPerTrueDefectDkk: 2 / truePositives });
});
