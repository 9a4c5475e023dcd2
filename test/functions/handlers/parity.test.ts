import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseCount } from '../../support/cloud-run.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';
import { type Execution, type Parity, startParity } from '../../support/parity.ts';
import { unusedGrants } from '../../support/unused-grants.ts';

/** What must be the same to the byte as on one machine. */
const artefacts = ['screenings/', 'scores/', 'result.json'];
/** Of each model. */
const shards = 3;

let parity: Parity;
let expected: Record<string, string>;
/** A run without trouble. */
let plain: Execution & { vendorAsked: number[]; bedrockAsked: number };
beforeAll(async () => {
  parity = await startParity();
  expected = await parity.here(artefacts);
  parity.reset();
  const execution = await parity.execute('1');
  plain = { ...execution, vendorAsked: parity.vendorAsked(), bedrockAsked: parity.bedrockAsked() };
}, 240_000);
afterAll(() => parity.close());
beforeEach(() => parity.reset());

describe('the synthesized state machine with the bundled handlers', { timeout: 240_000 }, () => {
  it('leaves the same bytes as one machine, and asks each question once', async () => {
    const { run, end, told } = plain;
    expect(end).toBe('done');
    // Four models: screenings by shard, scores; and the result.
    expect(Object.keys(expected)).toHaveLength(4 * shards + 4 + 1);
    expect(await parity.there(run, artefacts)).toEqual(expected);
    // Of models without a price the cost is unknown, never 0.
    const estimate = {
      calls: 2 * caseCount,
      costDkk: null,
      models: [{ id: 'vendor', costDkk: null }, { id: 'sonnet' }],
    };
    expect(await parity.jobOf(run)).toMatchObject({
      state: 'done',
      place: `runs/${run}`,
      failure: null,
      estimate,
    });
    expect(plain.vendorAsked).toEqual(Array(caseCount).fill(1));
    expect(plain.bedrockAsked).toBe(caseCount);
    expect(told).toMatchObject([
      { Message: { run, state: 'done' } },
      { Entries: [{ Detail: { run, state: 'done' } }] },
    ]);
  });

  it('leaves the same report, where the calls took the same time', async () => {
    const parts = ['report/', 'operation.json'];
    const report = await parity.there(plain.run, parts);
    expect(Object.keys(report).length).toBeGreaterThan(caseCount);
    // Printed by the deployed Chromium there.
    expect(report['report/rapport.pdf']).toMatch(/^%PDF-/u);
    // The operation section tells how long calls took and when: the report here is made anew of the calls from there.
    expect(report).toEqual(await parity.reportHere(plain.run, parts));
  });

  it('signs what it leaves', async () => {
    expect(await parity.verify(plain.run)).toMatchObject({ code: 0 });
  });

  it('logs a line for each function, without a word of a case', () => {
    const { log } = plain;
    // Plan, a shard a model each, collect, score, report, print, sign, publish, settle.
    const ended = log.filter((line) => 'end' in (line as object));
    expect(ended).toHaveLength(1 + 4 * shards + 7);
    for (const line of log) expect(line).toMatchObject({ handler: expect.any(String) });
    for (const line of ended) expect(line).toMatchObject({ ms: expect.any(Number), end: 'done' });
    expect(JSON.stringify(log)).not.toMatch(/skur|m²|mangler/iu);
  });

  it('gets through a model that is busy: the engine waits, and where a function runs out of time another goes on', async () => {
    // More than one function can try in its time, fewer than the engine takes for a service that is down.
    parity.busy(24);
    const throttled = parity.limitTime('screen-vendor', [21_500]);
    const { run, end } = await parity.execute('4');
    expect(end).toBe('done');
    expect(throttled()).toEqual(['ModelThrottledError']);
    expect(await parity.there(run, artefacts)).toEqual(expected);
  });

  it('goes on with a shard whose function ran out of time, and asks nothing again that was put away', async () => {
    parity.slow(400);
    const ended = parity.limitTime('screen-vendor', [21_500]);
    const { run, end } = await parity.execute('5');
    expect(end).toBe('done');
    expect(ended()).toEqual(['ShardUnfinishedError']);
    expect(await parity.there(run, artefacts)).toEqual(expected);
    const again = parity.vendorAsked().filter((times) => times > 1);
    // Those in flight when the time ran out.
    expect(again.length).toBeLessThanOrEqual(8);
  });

  it('goes on after a crash in a shard', async () => {
    parity.slow(20);
    const crashed = parity.kill('screen-vendor', 30);
    const { run, end } = await parity.execute('6');
    expect(end).toBe('done');
    expect(crashed()).toEqual(['Runtime.ExitError']);
    expect(await parity.there(run, artefacts)).toEqual(expected);
    // Those in flight when it was killed: what was answered was safe.
    expect(parity.vendorAsked().filter((times) => times > 1).length).toBeLessThanOrEqual(8);
  });

  it('asks each question once where the answer of a function was lost that works on', async () => {
    // So slow that another process starts while the first is at work.
    parity.slow(1500);
    const lost = parity.loseAnswer('screen-vendor', 10);
    const { run, end } = await parity.execute('7');
    expect(end).toBe('done');
    expect(await lost()).toEqual(['Lambda.SdkClientException']);
    expect(parity.vendorAsked()).toEqual(Array(caseCount).fill(1));
    expect(await parity.there(run, artefacts)).toEqual(expected);
    expect(await parity.verify(run)).toMatchObject({ code: 0 });
  });

  it('asks nothing a second time in a second execution of the same run', async () => {
    const { run } = plain;
    const before = await parity.there(run, ['']);
    const { end } = await parity.execute('1', run);
    expect(end).toBe('done');
    expect(parity.vendorAsked()).toEqual([]);
    expect(parity.bedrockAsked()).toBe(0);
    expect(await parity.there(run, [''])).toEqual(before);
  });

  it('asks failed questions once more where it is told to, as `--retry-failed` does, and leaves the same bytes', async () => {
    // In two shards of three. One fails again.
    const [first, then] = [['c0003', 'c0007', 'c0119'], ['c0007']];
    const here = await parity.hereAgain(first, then, artefacts);
    expect(here.after).not.toEqual(here.before);
    parity.reset();
    parity.failOn(first);
    const { run } = await parity.execute('e');
    expect(await parity.there(run, artefacts)).toEqual(here.before);
    expect(parity.vendorAsked()).toEqual(Array(caseCount).fill(1));

    parity.failOn(then);
    await parity.change(run, { state: 'queued', starts: 2, retryFailed: true });
    expect((await parity.execute('e', run)).end).toBe('done');
    expect(await parity.there(run, artefacts)).toEqual(here.after);
    expect(parity.vendorAsked().filter((times) => times > 1)).toEqual([2, 2, 2]);
    expect(parity.bedrockAsked()).toBe(caseCount);
    expect(await parity.jobOf(run)).toMatchObject({ state: 'done', retryFailed: false });
    expect(await parity.verify(run)).toMatchObject({ code: 0 });
    // Told as on one machine: by calls above questions. All stay in the cost.
    const { 'operation.json': operation } = await parity.there(run, ['operation.json']);
    expect(JSON.parse(operation!).models.map(({ calls }: { calls: number }) => calls)).toEqual([
      caseCount,
      caseCount + 3,
      caseCount,
      caseCount,
    ]);

    // What failed again stands, until it is asked for once more.
    await parity.change(run, { state: 'queued', starts: 3 });
    expect((await parity.execute('e', run)).end).toBe('done');
    expect(parity.vendorAsked().filter((times) => times > 1)).toEqual([2, 2, 2]);
    expect(await parity.there(run, artefacts)).toEqual(here.after);
  });

  it('ends a run as done whose report cannot be printed: signed, and without an old PDF', async () => {
    const { run } = plain;
    const before = await parity.there(run, ['report/']);
    parity.before('print', () => Promise.reject(new Error('no browser')));
    const { end } = await parity.execute('1', run);
    expect(end).toBe('done');
    const { 'report/rapport.pdf': pdf, ...rest } = before;
    expect(pdf).toBeDefined();
    expect(await parity.there(run, ['report/'])).toEqual(rest);
    expect(await parity.verify(run)).toMatchObject({ code: 0 });
  });

  it('does not go on with a run that is cancelled, before it began or under way', async () => {
    const early = await parity.order('8');
    await parity.cancel(early);
    expect((await parity.execute('8', early)).end).toBe('RunNotDone');
    expect(await parity.jobOf(early)).toMatchObject({ state: 'cancelled', place: null });
    expect(parity.vendorAsked()).toEqual([]);

    const late = await parity.order('9');
    parity.before('screen-vendor', () => parity.cancel(late));
    expect((await parity.execute('9', late)).end).toBe('RunNotDone');
    expect(await parity.jobOf(late)).toMatchObject({ state: 'cancelled', place: null });
    expect(parity.vendorAsked()).toEqual([]);
    expect(await parity.there(late, ['scores/', 'result.json', 'report/'])).toEqual({});
  });

  it('records why a run failed that cannot be done as it was ordered', async () => {
    const run = await parity.order('a', ['replayed']);
    const { end, told } = await parity.execute('a', run);
    expect(end).toBe('RunNotDone');
    expect(await parity.jobOf(run)).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching(
        /models\[0\]\.adapter: "replay", which is run from the command line alone/u,
      ),
    });
    expect(told).toMatchObject([{ Message: { run, state: 'failed' } }, {}]);
  });

  it('asks no model where the run is estimated to cost more than it may, and says so', async () => {
    const run = await parity.order('b', ['checklist', 'dear']);
    await parity.change(run, { maxCostDkk: 11.5 });
    expect((await parity.execute('b', run)).end).toBe('RunNotDone');
    const { state, failure, estimate } = await parity.jobOf(run);
    // One token out a call, at 0.10 DKK.
    expect(estimate).toMatchObject({ calls: caseCount, models: [{ id: 'dear', pricesOf: '2026-11-01' }] });
    expect(estimate?.costDkk).toBeCloseTo(12, 9);
    expect([state, failure]).toEqual([
      'failed',
      expect.stringMatching(
        /^field maxCostDkk: 11\.5 DKK, while the run is estimated to cost about 12\.00 DKK, expected .*\n.*higher maxCostDkk/u,
      ),
    ]);
    expect(parity.vendorAsked()).toEqual([]);
    expect(await parity.there(run, [''])).toEqual({});

    const unpriced = await parity.order('c', ['vendor']);
    await parity.change(unpriced, { maxCostDkk: 1000 });
    expect((await parity.execute('c', unpriced)).end).toBe('RunNotDone');
    expect((await parity.jobOf(unpriced)).failure).toMatch(
      /^field maxCostDkk: a limit, but no price of "vendor"/u,
    );
    expect(parity.vendorAsked()).toEqual([]);
  });

  it('stops before a call that could take the run over what it may cost, and goes on with a higher limit', async () => {
    const run = await parity.order('d', ['checklist', 'dear']);
    await parity.change(run, { maxCostDkk: 100 });
    expect((await parity.execute('d', run)).end).toBe('RunNotDone');
    const stopped = await parity.jobOf(run);
    expect(stopped.failure).toMatch(
      /^Stopped by maxCostDkk: about [\d.]+ DKK are spent, and the next call could take it over 100 DKK\. All answers so far are safe/u,
    );
    const spentOf = ({ failure }: { failure: string | null }) =>
      Number(/about ([\d.]+) DKK/u.exec(failure!)![1]);
    // Eight calls at once each reserve what the dearest has cost: six codes at most, at 10 tokens and 0.10 DKK.
    expect(spentOf(stopped)).toBeGreaterThan(100 - 8 * 6);
    expect(spentOf(stopped)).toBeLessThanOrEqual(100 + 6);
    expect(await parity.there(run, ['scores/', 'result.json'])).toEqual({});
    // With the same limit it comes nearer to it, and not beyond.
    await parity.change(run, { state: 'queued', failure: null });
    expect((await parity.execute('d', run)).end).toBe('RunNotDone');
    const nearer = spentOf(await parity.jobOf(run));
    expect(nearer).toBeGreaterThanOrEqual(spentOf(stopped));
    expect(nearer).toBeLessThanOrEqual(100 + 6);
    expect(parity.vendorAsked().length).toBeLessThan(caseCount);

    await parity.change(run, { state: 'queued', failure: null, maxCostDkk: 1000 });
    expect((await parity.execute('d', run)).end).toBe('done');
    expect(parity.vendorAsked()).toEqual(Array(caseCount).fill(1));
    expect(await parity.jobOf(run)).toMatchObject({
      state: 'done',
      failure: null,
      estimate: stopped.estimate,
    });
    expect(await parity.there(run, ['work/stop.json'])).toEqual({});
  });

  it('asked nothing that roles, policies, keys and the network in the templates do not give', () => {
    // Of all executions above.
    const asked = parity.asked();
    const steps = [
      'plan',
      'screen-built-in',
      'screen-vendor',
      'screen-in-house',
      'collect',
      'score',
      'report',
      'print',
      'sign',
    ];
    expect(asked.map(({ by }) => by)).toEqual(expect.arrayContaining([...steps, 'settle']));
    expect(refusedByTemplates(asked)).toEqual([]);
    expect(new Set(asked.filter(({ by }) => by === 'screen-in-house').map(({ action }) => action))).toContain(
      'bedrock:InvokeModel',
    );
    // What these may do is what they did, but for what shows where an answer is lost, or something is absent or large.
    const hidden = /AbortMultipart|ListBucket|^kms:|GetItem .* audit$/u;
    for (const by of ['plan', 'screen-built-in', 'collect', 'score', 'report', 'settle'])
      expect([by, unusedGrants(by, asked).filter((grant) => !hidden.test(grant))]).toEqual([by, []]);
    const label = { action: 's3:GetObject', resource: 'labels/datasets/operator/small-1/test.labels.jsonl' };
    const record = { action: 'dynamodb:PutItem', resource: 'registry', partition: 'models' };
    expect(refusedByTemplates([{ by: 'score', ...label }])).toEqual([]);
    const refused = refusedByTemplates([
      { by: 'screen-vendor', ...label },
      { by: 'settle', ...record },
    ]);
    // The label, the key that it lies under, the record.
    expect(refused).toHaveLength(3);
  });
});
