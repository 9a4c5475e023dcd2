import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiSplit, placeDataset } from '../../support/api-server.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const entry = resolve(import.meta.dirname, '../../../functions/cli/maalestok.ts');

describe('maalestok serve', () => {
  it('answers on this machine who has a token of its key, made on first use', async () => {
    await using place = await temporaryFolder();
    const key = join(place.folder, 'issuer-key.pem');
    const env = { MAALESTOK_ISSUER_KEY: key };
    const token = await runCli(['serve', 'token', '--as', 'vendor:acme', '--subject', 'ada'], { env });
    expect(token.code, token.stderr).toBe(0);
    expect(token.stderr).toContain('A key was made');
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    const args = ['serve', '--data', join(place.folder, 'data'), '--port', '0', '--max-run-cost', '12,50'];
    await placeDataset(join(place.folder, 'data'), 'operator', 'own', { test: apiSplit('t') });
    const child = spawn(process.execPath, [entry, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    try {
      let printed = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
      while (!printed.includes('Ctrl-C')) await once(child.stdout, 'data');
      const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(printed)?.[0];
      const authorization = `Bearer ${token.stdout.trim()}`;
      const reply = await fetch(`${url}/v1/me`, { headers: { authorization } });
      expect(await reply.json()).toEqual({ party: 'vendor:acme', subject: 'ada' });
      expect((await fetch(`${url}/v1/me`)).status).toBe(401);
      const own = await runCli(['serve', 'token', '--as', 'operator'], { env });
      const post = (path: string, body: object) =>
        fetch(`${url}/v1/${path}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${own.stdout.trim()}`,
            'content-type': 'application/json',
            'idempotency-key': randomUUID(),
          },
          body: JSON.stringify(body),
        });
      await post('models', { entry: { adapter: 'silent' } });
      const { id } = z
        .looseObject({ id: z.string() })
        .parse(await (await post('datasets', { folder: 'own' })).json());
      const dear = await post('runs', { datasetId: id, models: ['silent'], maxCostDkk: 13 });
      expect([dear.status, await dear.text()]).toEqual([422, expect.stringContaining('at most 12.5 DKK')]);
    } finally {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      expect((await ended)[0]).toBe(0);
    }
  });

  it.each([
    [['serve', 'token', '--as', 'somebody'], /flag --as: "somebody", expected operator/u],
    [['serve', 'token', '--as', 'operator', '--hours', '9999'], /--hours/u],
    [['serve', '--issuer', 'https://x.example'], /flag --audience: not given/u],
    [['serve', '--issuer', 'x', '--audience', 'y', '--jwks', 'http://x.example'], /flag --jwks.*https/u],
    [['serve', '--port', '99999'], /--port/u],
    [['serve', '--max-run-cost', 'much'], /flag --max-run-cost: "much", expected an amount in DKK/u],
  ])('says what is wrong with its flags: %j', async (args, message) => {
    const done = await runCli(args);
    expect(done.code).toBe(2);
    expect(done.stderr).toMatch(message);
  });
});
