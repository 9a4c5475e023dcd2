import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Call, ProtocolSchema, type RunRecord } from '../../../evals/artifacts.ts';
import { readEarlierRuns, readEarlierUse } from '../../../functions/cli/estimate/read-earlier-use.ts';
import { temporaryFolder, toLines } from '../../support/small-dataset.ts';

const protocol = ProtocolSchema.parse({});
const model = { id: 'm', version: '2' };
const question = { model, contentHash: 'a'.repeat(64), split: 'test', shown: protocol.shown };

function record(runId: string, change: Partial<RunRecord> = {}): RunRecord {
  return {
    schema: 'maalestok.run.v1',
    runId,
    plan: 'b'.repeat(64),
    suite: { id: 's', titleDa: 'S', titleEn: 'S' },
    suiteFile: 's.yaml',
    dataset: { id: 'd', version: '1', contentHash: question.contentHash, split: 'test' },
    datasetFolder: '.',
    cases: 9,
    caseIdsHash: 'c'.repeat(64),
    models: [{ ...model, kind: 'vendor', provenance: 'run-by-us' }],
    policy: 'standard',
    protocol,
    startedAt: '2026-01-01T00:00:00.000Z',
    ...change,
  };
}

function call(at: number, told: Partial<Call>): Call {
  const common = { schema: 'maalestok.call.v1', repeat: 0, status: 'answered', attempts: 1 } as const;
  return {
    ...common,
    caseId: `c${at}`,
    latencyMs: 1000,
    startedAt: '2026-01-01T00:00:00.000Z',
    pages: 1,
    ...told,
  };
}

async function writeRun(folder: string, run: RunRecord, calls: readonly Call[], torn = ''): Promise<void> {
  await mkdir(join(folder, run.runId, 'calls'), { recursive: true });
  await writeFile(join(folder, run.runId, 'run.json'), JSON.stringify(run));
  await writeFile(join(folder, run.runId, 'calls', 'm.jsonl'), toLines(calls) + torn);
}

describe('what earlier calls used', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  let folder: string;
  const six = (told: Partial<Call>) => Array.from({ length: 6 }, (_, at) => call(at, told));
  beforeAll(async () => {
    temporary = await temporaryFolder();
    folder = temporary.folder;
    return () => temporary[Symbol.asyncDispose]();
  });

  it('is that of the latest run of the same model on the same data with calls enough', async () => {
    await writeRun(folder, record('old'), six({ inputTokens: 1 }));
    const calls = [
      ...six({ inputTokens: 100, outputTokens: 10, cacheReadTokens: 60 }).slice(1),
      call(0, { inputTokens: 100, outputTokens: 10, cacheWriteTokens: 60 }),
      call(6, { latencyMs: 8000, status: 'timedOut' }),
      call(7, { attempts: 0, latencyMs: 0, status: 'failed' }),
    ];
    await writeRun(
      folder,
      record('new', { startedAt: '2026-02-01T00:00:00.000Z' }),
      calls,
      '{"schema":"maal',
    );
    await writeRun(folder, record('few', { startedAt: '2026-03-01T00:00:00.000Z' }), calls.slice(0, 4));
    const later = '2026-04-01T00:00:00.000Z';
    const dataset = { ...record('x').dataset, contentHash: 'd'.repeat(64) };
    const shown = { ...protocol.shown, catalogue: false };
    await writeRun(folder, record('data', { startedAt: later, dataset }), six({}));
    await writeRun(folder, record('shown', { startedAt: later, protocol: { ...protocol, shown } }), six({}));
    await writeRun(folder, record('version', { startedAt: later, models: [] }), six({}));
    await mkdir(join(folder, 'damaged'));
    await writeFile(join(folder, 'damaged', 'run.json'), '{');
    expect(await readEarlierUse(await readEarlierRuns(folder), question)).toEqual({
      runId: 'new',
      calls: 7,
      latencyMs: 2000,
      inputTokens: 100,
      outputTokens: 10,
      // Five calls read what one wrote.
      cacheReadTokens: 50,
      cacheWriteTokens: 10,
    });
  });

  it('is nothing for a model that was never called, or without a folder of runs', async () => {
    const other = { ...question, model: { id: 'm', version: '3' } };
    expect(await readEarlierUse(await readEarlierRuns(folder), other)).toBeUndefined();
    expect(await readEarlierRuns(join(folder, 'nowhere'))).toEqual([]);
  });
});
