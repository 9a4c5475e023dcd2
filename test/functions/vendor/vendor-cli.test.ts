import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../../functions/vendor/check/checks.ts';
import { faultNames } from '../../../functions/vendor/mock/faults.ts';
import { type MockVendor, startMockVendor } from '../../../functions/vendor/mock/start-mock-vendor.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';
import { mockKey } from './check-mock.ts';

let mock: MockVendor;
let faulty: MockVendor;
/** Asks for a token. */
let guarded: MockVendor;

beforeAll(async () => {
  process.env.MAALESTOK_TEST_KEY = mockKey;
  mock = await startMockVendor({ apiKey: mockKey });
  process.env.MAALESTOK_TEST_CLIENT = 'client-1';
  process.env.MAALESTOK_TEST_OTHER = 'another-secret';
  guarded = await startMockVendor({ client: { clientId: 'client-1', clientSecret: mockKey } });
  faulty = await startMockVendor({ faults: ['confidence-percent'] });
});
afterAll(async () => {
  for (const name of ['KEY', 'CLIENT', 'OTHER']) delete process.env[`MAALESTOK_TEST_${name}`];
  await Promise.all([mock.close(), faulty.close(), guarded.close()]);
});

/** Flags of a client whose secret a variable holds. */
function client(secret: string): string[] {
  return [
    ...['--oauth2-token-url', new URL('/token', guarded?.url ?? 'http://127.0.0.1:9').href],
    ...['--oauth2-client-id', 'env:MAALESTOK_TEST_CLIENT', '--oauth2-client-secret', `env:${secret}`],
  ];
}

const check = (...args: string[]) => runCli(['vendor', 'check', ...args]);

describe('maalestok vendor check', () => {
  it('ends with 0 where all that is required passes, in Danish', async () => {
    const done = await check(mock.url, '--allow-private', '--api-key', 'env:MAALESTOK_TEST_KEY');
    expect(done.stderr).toBe('');
    expect(done.code).toBe(0);
    for (const { id } of checks) expect(done.stdout).toContain(` ${id} `);
    expect(done.stdout).toContain(
      '46 ok, 0 fejl, 0 bemærkninger, 3 udeladt.\nEndepunktet opfylder kontrakten.',
    );
    expect(done.stdout).toContain('syntetiske');
    expect(done.stdout).not.toContain(mockKey);
  });

  it('ends with 1 where one fails, with field and mending, in English', async () => {
    const done = await check(faulty.url, '--allow-private', '--language', 'en');
    expect(done.code).toBe(1);
    expect(done.stdout).toContain(
      'confidence: field findings[0].confidence: 90\n  Divide per cent by 100, or leave confidence out.\n',
    );
    expect(done.stdout).toContain('The endpoint does not meet the contract.');
  });

  it('prints all as JSON', async () => {
    const done = await check(faulty.url, '--allow-private', '--json');
    expect(done.code).toBe(1);
    const printed = JSON.parse(done.stdout);
    expect(printed).toMatchObject({ url: faulty.url, conforming: false });
    expect(printed.checks.map(({ id }: { id: string }) => id)).toEqual(checks.map(({ id }) => id));
    expect(printed.checks.find(({ id }: { id: string }) => id === 'confidence')).toEqual({
      id: 'confidence',
      level: 'required',
      asks: { da: 'confidence ligger i [0, 1]', en: 'confidence lies in [0, 1]' },
      verdict: 'fail',
      field: 'findings[0].confidence',
      is: { da: '90', en: '90' },
      mend: {
        da: 'Del procent med 100, eller udelad confidence.',
        en: 'Divide per cent by 100, or leave confidence out.',
      },
    });
  });

  it('fetches a token by client credentials, as practice and a run do', async () => {
    const flags = ['--allow-private', '--language', 'en', ...client('MAALESTOK_TEST_KEY')];
    const stranger = await check(guarded.url, '--allow-private', '--language', 'en');
    expect(stranger.code).toBe(1);
    const done = await check(guarded.url, ...flags, '--oauth2-scope', 'screen');
    expect(done.stderr).toBe('');
    expect(done.stdout).toContain('46 ok, 0 failed');
    await using temporary = await temporaryFolder();
    const tried = await runCli(['practice', '--endpoint', guarded.url, '--out', temporary.folder, ...flags]);
    expect(tried.code).toBe(0);
    expect(tried.stdout).toContain('102/0/0/0/0');
    expect(done.stdout + tried.stdout).not.toContain(mockKey);
  });

  it('says what is wrong with a client that gets no token', async () => {
    const done = await check(guarded.url, '--allow-private', ...client('MAALESTOK_TEST_OTHER'));
    expect(done.code).toBe(2);
    expect(done.stderr).toContain('no token from the token endpoint: HTTP 401: invalid_client');
    expect(done.stderr).not.toContain('another-secret');
  });

  it('calls no private address unless told to', async () => {
    const done = await check(mock.url, '--language', 'en');
    expect(done.code).toBe(1);
    expect(done.stdout).toContain('confidential: field url: an address that must not be called');
  });

  it.each<[what: string, args: string[], message: string]>([
    [
      'a secret instead of its name',
      ['--api-key', mockKey],
      'Error: flag --api-key: no reference, expected env:NAME',
    ],
    [
      'two ways at once',
      ['--api-key', 'env:A', '--bearer', 'env:B'],
      'Error: flag --bearer: beside --api-key',
    ],
    [
      'a client beside a key',
      [...client('MAALESTOK_TEST_KEY'), '--api-key', 'env:A'],
      'Error: flag --oauth2-token-url: beside a key or a bearer token',
    ],
    [
      'half a client',
      ['--oauth2-client-id', 'env:A'],
      'Error: flag --oauth2-token-url: not given, expected it beside --oauth2-client-id',
    ],
    [
      "a client's secret instead of its name",
      [...client('MAALESTOK_TEST_KEY').slice(0, 4), '--oauth2-client-secret', mockKey],
      'Error: flag --oauth2-client-secret: no reference',
    ],
    ['a header without a key', ['--auth-header', 'x-key'], 'Error: flag --auth-header: no key for it'],
    ['a variable that is not set', ['--bearer', 'env:MAALESTOK_NOT_SET'], 'a variable that is not set'],
    ['a time-out that is none', ['--timeout-s', '0'], 'Error: flag --timeout-s: "0"'],
  ])('refuses %s', async (_, args, message) => {
    const done = await check(mock.url, ...args);
    expect(done.code).toBe(2);
    expect(done.stderr).toContain(message);
    expect(done.stderr).not.toContain(mockKey);
  });

  it('refuses an address with a password in it, without showing it', async () => {
    const done = await check('http://user:hemmelig@127.0.0.1/');
    expect(done.code).toBe(2);
    expect(done.stderr).not.toContain('hemmelig');
  });
});

describe('maalestok vendor mock', () => {
  it('lists its faults in both languages', async () => {
    const [da, en] = await Promise.all([
      runCli(['vendor', 'mock', '--list-faults']),
      runCli(['vendor', 'mock', '--list-faults', '--language', 'en']),
    ]);
    for (const { stdout, code } of [da, en]) {
      expect(code).toBe(0);
      expect(
        stdout
          .trim()
          .split('\n')
          .map((line) => line.split(' ')[0]),
      ).toEqual(faultNames);
    }
    expect(da.stdout).not.toBe(en.stdout);
  });

  it('refuses a fault that does not exist', async () => {
    const done = await runCli(['vendor', 'mock', '--fault', 'no-such']);
    expect(done.code).toBe(2);
    expect(done.stderr).toContain('Error: flag --fault: "no-such", expected the name of a fault');
  });

  it('refuses a port that is taken', async () => {
    const done = await runCli(['vendor', 'mock', '--port', new URL(mock.url).port]);
    expect(done.code).toBe(2);
    expect(done.stderr).toContain('which is taken, expected a port that is free');
  });

  it('refuses a client without a secret', async () => {
    const done = await runCli(['vendor', 'mock', '--oauth2-client-id', 'env:MAALESTOK_TEST_CLIENT']);
    expect(done.code).toBe(2);
    expect(done.stderr).toContain('Error: flag --oauth2-client-secret: not given');
  });

  it('serves until it is interrupted', async () => {
    const entry = new URL('../../../functions/cli/maalestok.ts', import.meta.url).pathname;
    const args = [entry, 'vendor', 'mock', '--port', '0', '--fault', 'wrong-case', '--language', 'en'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const { value: line } = await lines.next();
    expect(line).toMatch(/^Example server \(mock\) at http:\/\/127\.0\.0\.1:\d+\/screen\./u);
    const { status } = await fetch(new URL('/health', /http:\S+(?=\.)/u.exec(String(line))![0]));
    expect(status).toBe(200);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
