import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { smallCase, writeSmallDataset } from '../support/small-dataset.ts';
import { compareQuietly, openSmallRuns, smallIds, smallSplit } from '../support/small-runs.ts';

let runs: Awaited<ReturnType<typeof openSmallRuns>>;

beforeAll(async () => {
  runs = await openSmallRuns();
});

afterAll(() => runs.close());

describe('maalestok compare, runs of different keys', () => {
  it('names the labels, and the scoring that mends it does', async () => {
    const data = (change: number) => ({ test: smallSplit('', change), practice: smallSplit('p') });
    await writeSmallDataset(join(runs.folder, 'changing'), data(0));
    const old = await runs.measure('old', { models: ['god'], dataset: 'changing' });
    await writeSmallDataset(join(runs.folder, 'changing'), data(1));
    const fresh = await runs.measure('fresh', { models: ['anden'], dataset: 'changing' });
    const refused = await compareQuietly([old, fresh]);
    expect(refused.code).toBe(2);
    expect(refused.message).toMatch(
      /- the labels: 1 [0-9a-f]{12}… against 1 [0-9a-f]{12}…; it is settled when answers are scored/u,
    );
    expect(refused.message).toContain(
      `This gives all of them one key, and asks no model:\n  npx maalestok score ${old}`,
    );
    expect(refused.message).toContain(`${old} is stale: since it was scored these changed: the labels.`);
    expect(refused.message).not.toContain(`${fresh} is stale`);
    expect(refused.message).not.toContain(`score ${fresh}`);
    expect((await runCli(['score', old])).code).toBe(0);
    expect((await compareQuietly([old, fresh])).code).toBe(0);

    // Once the cases have changed, nothing of the old runs can be scored.
    const { test, practice } = data(1);
    const cases = smallIds.map((id) => smallCase(id, { zone: 'landzone' }));
    await writeSmallDataset(join(runs.folder, 'changing'), { test: { ...test, cases }, practice });
    const newer = await runs.measure('newer', { models: ['anden'], dataset: 'changing' });
    const lost = await runCli(['compare', old, newer]);
    expect(lost.stderr).toContain('run again on the same data');
    expect(lost.stderr).toMatch(/cannot be scored again: .*changing: data with content hash/u);
    expect(lost.stderr).not.toContain('This gives all of them one key');
    expect(lost.code).toBe(2);
  });

  it('says what would still differ where each data set has labels of its own', async () => {
    const practice = smallSplit('p');
    await writeSmallDataset(join(runs.folder, 'here'), { test: smallSplit(''), practice });
    await writeSmallDataset(join(runs.folder, 'there'), { test: smallSplit('', 1), practice });
    const here = await runs.measure('here', { models: ['god'], dataset: 'here' });
    const there = await runs.measure('there', { models: ['anden'], dataset: 'there' });
    const { message } = await compareQuietly([here, there]);
    expect(message).toContain('- the labels: ');
    expect(message).toContain(`Scored again today, ${there} would still differ from ${here} in the labels.`);
    expect(message).not.toContain('This gives all of them one key');
  });

  it('names the policy, and the scoring that mends it does', async () => {
    const standard = await runs.measure('standard', { models: ['god'] });
    const strict = await runs.measure('strict', { models: ['anden'], policy: 'strict' });
    const { message } = await compareQuietly([strict, standard]);
    expect(message).toContain(
      '- the matching policy: standard against strict; it is settled when answers are scored',
    );
    expect(message).toContain(`\n  npx maalestok score ${standard} --policy strict`);
    expect((await runCli(['score', standard, '--policy', 'strict'])).code).toBe(0);
    expect((await compareQuietly([strict, standard])).code).toBe(0);
  });

  it('names split and protocol, and says that no scoring mends them', async () => {
    const base = await runs.measure('base', { models: ['god'] });
    const other = await runs.measure('other', { models: ['anden'], split: 'validation', repeats: 3 });
    const done = await compareQuietly([base, other]);
    expect(done.code).toBe(2);
    expect(done.message).toContain(
      '- the split of the data set: validation against test; scoring again cannot mend it: run again on the same split',
    );
    expect(done.message).toContain(
      '- the protocol (protocol.repeats): 3 against 1; scoring again cannot mend it: run again with the same protocol',
    );
    expect(done.message).toMatch(/would still differ from .* in .*the protocol \(protocol\.repeats\)/u);
    expect(done.message).not.toContain('This gives all of them one key');
  });

  it('advises no scoring of a run whose answers are gone', async () => {
    const lenient = await runs.measure('gone', { models: ['god'], policy: 'lenient' });
    const base = await runs.measure('kept', { models: ['anden'] });
    for (const each of [lenient, base]) await rename(join(each, 'screenings'), join(each, 'moved'));
    const { message } = await compareQuietly([lenient, base]);
    expect(message).toMatch(/cannot be scored again: screenings ".*" are missing/u);
    expect(message).not.toContain('This gives all of them one key');
  });
});
