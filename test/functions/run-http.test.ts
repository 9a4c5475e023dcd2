import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ScreeningSchema } from '../../evals/screening/screening.ts';
import { VendorRequestSchema } from '../../evals/screening/vendor-contract.ts';
import { type FaultyServer, startFaultyServer } from '../support/faulty/faulty-server.ts';
import { answer, problem } from '../support/faulty/replies.ts';
import { runCli } from '../support/run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../support/small-dataset.ts';

const ids = ['c1', 'c2', 'c3'];

/** A data set of three cases and a suite that asks the server about them. */
async function writeSuite(folder: string, model: object, card: object = {}): Promise<string> {
  const cases = ids.map((caseId) => smallCase(caseId));
  const split = { cases, labels: ids.map((id) => smallLabel(id, [])) };
  await writeSmallDataset(join(folder, 'data'), { test: split }, card);
  const suite = {
    schema: 'maalestok.suite.v1',
    id: 'called',
    titleDa: 'Kaldt',
    titleEn: 'Called',
    dataset: 'data',
    models: [{ adapter: 'http', id: 'vendor', version: '1', ...model }],
    protocol: { retries: 0, shown: { catalogue: false } },
  };
  await writeFile(join(folder, 'suite.yaml'), stringify(suite));
  return join(folder, 'suite.yaml');
}

describe('maalestok run with an endpoint', () => {
  let server: FaultyServer;
  beforeEach(async () => {
    server = await startFaultyServer();
  });
  afterEach(() => server.close());

  async function run(folder: string, suite: string, ...more: string[]) {
    return runCli(['run', '--suite', suite, '--out', join(folder, 'runs'), '--language', 'en', ...more]);
  }

  it('asks about each case and keeps what was answered', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const suite = await writeSuite(folder, { url: `${server.origin}/screen`, concurrency: 1 });
    server.queue(answer({}), problem(400, 'No'), answer({ caseId: 'c9' }));
    const done = await run(folder, suite, '--allow-private');
    expect(done).toMatchObject({ code: 0, signal: null });
    const report = /Report: (\S+)\n/u.exec(done.stdout)![1]!;
    const lines = await readFile(join(report, '../../screenings/vendor/00001.jsonl'), 'utf8');
    const screenings = lines
      .trim()
      .split('\n')
      .map((line) => ScreeningSchema.parse(JSON.parse(line)));
    expect(screenings.map(({ caseId, status, error }) => [caseId, status, error?.kind])).toEqual([
      ['c1', 'answered', undefined],
      ['c2', 'failed', 'bad-request'],
      ['c3', 'invalid', 'wrong-case'],
    ]);
    const sent = server.seen.map(({ body }) => VendorRequestSchema.parse(JSON.parse(body)));
    expect(sent.map(({ case: { caseId }, taxonomy, catalogue }) => [caseId, taxonomy, catalogue])).toEqual(
      ids.map((id) => [id, { id: 'small', version: expect.any(String) }, undefined]),
    );
    expect(new Set(server.seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(3);
  });

  it('sends no case that is not synthetic where nothing is said of the transfer', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const suite = await writeSuite(folder, { url: `${server.origin}/screen` }, { synthetic: false });
    const refused = await run(folder, suite, '--allow-private');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(
      'field models[0].transfer: nothing, and the data set "small" is not synthetic',
    );
    expect(server.seen).toEqual([]);
    const transfer = { recipient: 'Leverandør A/S', region: 'Danmark', agreement: 'DBA 2026-7' };
    await writeSuite(folder, { url: `${server.origin}/screen`, transfer }, { synthetic: false });
    expect(await run(folder, suite, '--allow-private')).toMatchObject({ code: 0 });
    expect(server.seen).toHaveLength(3);
  });

  it.each([
    ['an address of this machine unasked', {}, [], /field models\[0\]\.url: plain http, expected https/u],
    [
      'a secret that is not set',
      { auth: { type: 'bearer', token: 'env:MAALESTOK_TEST_UNSET' } },
      ['--allow-private'],
      /field env:MAALESTOK_TEST_UNSET: a variable that is not set/u,
    ],
    [
      'a secret written out',
      { auth: { type: 'bearer', token: 'hunter2-hunter2' } },
      ['--allow-private'],
      /token: a value that is not shown, expected a reference: env:NAME, secretsmanager:NAME/u,
    ],
    [
      'a secret that is a number',
      { auth: { type: 'apiKey', key: 42424242 } },
      ['--allow-private'],
      /key: a value that is not shown, expected text/u,
    ],
  ])('refuses %s before anything is sent', async (_, model, more, says) => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const suite = await writeSuite(folder, { url: `${server.origin}/screen`, ...model });
    const refused = await run(folder, suite, ...more);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(says);
    expect(refused.stderr).not.toMatch(/hunter2|42424242/u);
    expect(server.seen).toEqual([]);
  });
});
