import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunJob, SubmissionRecord } from '../../../functions/api/resources.ts';
import { withoutPermission } from '../../infra/support/take-permission.ts';
import { askedOverWire } from '../../support/asked-of-aws.ts';
import { type Cloud, startCloud } from '../../support/cloud.ts';
import { type HandlerBundles, openBundles } from '../../support/handler-bundles.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';
import { ownEnvironment } from '../../support/own-environment.ts';
import { startSfnServer } from '../../support/sfn-server.ts';
import { unusedGrants } from '../../support/unused-grants.ts';
import type { WireServer } from '../../support/wire-server.ts';

let cloud: Cloud;
let bundles: HandlerBundles;
let sfn: WireServer;
let running: string[] = [];
/** Of executions that somebody has started by hand with something else. */
let odd: string[] = [];
/** What functions are told of the servers; all else they are told as they are deployed. */
let own: Record<string, string>;
beforeAll(async () => {
  cloud = await startCloud();
  bundles = openBundles();
  sfn = await startSfnServer(() => [...odd, ...running.map((run) => JSON.stringify({ run }))]);
  own = { ...cloud.env, AWS_ENDPOINT_URL_SFN: sfn.url };
}, 60_000);
afterAll(async () => {
  bundles[Symbol.dispose]();
  await Promise.all([cloud.close(), sfn.close()]);
});
beforeEach(() => {
  running = [];
  odd = [];
});

let runs = 0;
async function runIn(state: RunJob['state'], updatedAt = '2025-01-01T00:00:00.000Z'): Promise<string> {
  const run = await cloud.order(`operator.${String(++runs).padStart(20, '0')}`, ['silent']);
  await cloud.change(run, { state, updatedAt });
  return run;
}

/** By its name services know who asks. */
const invoke = (name: 'watchdog' | 'settle', event: unknown) =>
  bundles.invoke(name, event, { env: ownEnvironment(name, own) });
const watch = async (event: unknown) => (await invoke('watchdog', event)).answer;
const settle = async (event: unknown) => (await invoke('settle', event)).answer;
const auditOf = async (run: string) =>
  (await cloud.registry.list('audit', { limit: 1000 })).filter(({ value }) =>
    JSON.stringify(value).includes(run),
  );

describe('the watchdog', { timeout: 60_000 }, () => {
  it('ends what is queued or running and worked on by no execution, and nothing else', async () => {
    const stuck = [await runIn('queued'), await runIn('running')];
    const alive = [await runIn('running'), await runIn('queued'), await runIn('running')];
    const young = await runIn('queued', new Date().toISOString());
    const over = [await runIn('done'), await runIn('failed'), await runIn('cancelled')];
    running = alive;
    odd = ['{}', '"run"', '{"run": "../x"}'];
    const { answer, log } = await invoke('watchdog', {});
    expect(answer).toEqual({ ended: stuck });
    // The alarm for stuck runs counts by this line.
    expect(log).toContainEqual({ handler: 'watchdog', stuck: 2 });
    for (const run of stuck)
      expect(await cloud.jobOf(run)).toMatchObject({
        state: 'failed',
        failure: expect.stringMatching(/redrive/u),
      });
    expect(
      await Promise.all([...alive, young, ...over].map(async (run) => (await cloud.jobOf(run)).state)),
    ).toEqual([...['running', 'queued', 'running', 'queued', 'done', 'failed', 'cancelled']]);
    expect(await watch({})).toEqual({ ended: [] });
    expect(await auditOf(stuck[0]!)).toHaveLength(1);
  });

  it('ends a submission whose scoring broke off, and gives back what it took', async () => {
    const id = `v-acme.${'1'.repeat(20)}`;
    const before = '2025-01-01T00:00:00.000Z';
    const quota = { key: 'vendor:acme/closed-scorings/2025-01', id };
    const record: SubmissionRecord = {
      ...{ schema: 'maalestok.api.submission.v1', id, owner: 'vendor:acme', note: '', quota },
      ...{ createdAt: before, updatedAt: before, datasetId: `operator.${'d'.repeat(20)}`, state: 'scoring' },
      ...{ dataset: { id: 'small', version: '1', split: 'test' }, model: { id: 'acme', version: '1' } },
      ...{ upload: { bytes: 1, sha256: '0'.repeat(64) }, faults: [], comparabilityKey: null, headline: null },
    };
    await cloud.registry.write('submissions', id, record, null);
    const used = { schema: 'maalestok.api.quota.v1', ids: [id] };
    await cloud.registry.write('quotas', quota.key, used, null);
    expect(await watch({})).toEqual({ ended: expect.arrayContaining([id]) });
    expect((await cloud.registry.read('submissions', id))?.value).toMatchObject({ state: 'failed' });
    expect((await cloud.registry.read('quotas', quota.key))?.value).toMatchObject({ ids: [] });
  });

  it('ends a run whose execution was stopped, unless it was started again', async () => {
    const run = await runIn('running', new Date().toISOString());
    await cloud.change(run, { starts: 2 });
    const event = (attempt: number) => ({
      detail: { name: `${run}-${attempt}`, status: 'ABORTED', input: JSON.stringify({ run }) },
    });
    // What is told late of the first attempt says nothing of the second, also where none is listed yet.
    expect(await watch(event(1))).toEqual({ ended: [] });
    expect(await cloud.jobOf(run)).toMatchObject({ state: 'running' });
    expect(await watch(event(2))).toEqual({ ended: [run] });
    expect(await cloud.jobOf(run)).toMatchObject({ state: 'failed' });
    expect(await watch({ detail: { name: 'by-hand', status: 'ABORTED', input: '{}' } })).toEqual({
      ended: [],
    });
  });
});

describe('settling', { timeout: 60_000 }, () => {
  it('is recorded once, whoever settles again', async () => {
    const run = await runIn('running');
    expect(await settle({ run, state: 'done' })).toEqual({ run, state: 'done' });
    expect(await settle({ run, state: 'done' })).toEqual({ run, state: 'done' });
    expect(await settle({ run, state: 'failed', error: { Error: 'TypeError', Cause: '{}' } })).toEqual({
      run,
      state: 'done',
    });
    expect(await cloud.jobOf(run)).toMatchObject({ state: 'done', place: `runs/${run}`, failure: null });
    expect(await auditOf(run)).toHaveLength(1);
  });

  it('leaves a run cancelled that was cancelled, and ends well what had failed and was gone on with', async () => {
    const cancelled = await runIn('cancelled');
    expect(await settle({ run: cancelled, state: 'failed', error: { Error: 'RunCancelledError' } })).toEqual({
      run: cancelled,
      state: 'cancelled',
    });
    const failed = await runIn('failed');
    expect(await settle({ run: failed, state: 'done' })).toEqual({ run: failed, state: 'done' });
  });

  it('says of a run that waits for another start nothing of the one before, whose end is told again', async () => {
    const run = await runIn('queued');
    await cloud.change(run, { starts: 2, retryFailed: true });
    expect(await settle({ run, state: 'done' })).toEqual({ run, state: 'queued' });
    expect(await cloud.jobOf(run)).toMatchObject({ state: 'queued', place: null });
    expect(await auditOf(run)).toEqual([]);
    // Where its plan could not even begin, it is over.
    expect(await settle({ run, state: 'failed' })).toEqual({ run, state: 'failed' });
  });

  it('refuses an event that is none', async () => {
    await expect(settle({ run: '../x', state: 'done' })).rejects.toMatchObject({ name: 'InputError' });
    await expect(settle({})).rejects.toMatchObject({ name: 'InputError' });
  });
});

describe('what was asked of AWS', () => {
  const asked = () => [...cloud.asked(), ...sfn.requests.map(askedOverWire)];

  it('is given by roles and keys in the templates', () => {
    expect(new Set(asked().map(({ by }) => by))).toEqual(new Set(['watchdog', 'settle']));
    expect(refusedByTemplates(asked())).toEqual([]);
  });

  it.each(['states:ListExecutions', 'states:DescribeExecution'])('would be refused without %s', (action) => {
    const refused = refusedByTemplates(asked(), withoutPermission('watchdog', action));
    expect(refused.length).toBeGreaterThan(0);
    for (const each of refused) expect(each).toMatch(`watchdog may not ${action} arn:aws:states:`);
  });

  it('is all that is given, but for what these calls had no need of', () => {
    const registry = 'dynamodb:eu-central-1:111122223333:table/maalestok-registry';
    expect(unusedGrants('settle', asked())).toEqual([
      `dynamodb:GetItem ${registry} audit`,
      'kms:DescribeKey Usual',
    ]);
    expect(unusedGrants('watchdog', asked())).toEqual([
      `dynamodb:GetItem ${registry} audit`,
      'kms:DescribeKey Usual',
    ]);
  });
});
