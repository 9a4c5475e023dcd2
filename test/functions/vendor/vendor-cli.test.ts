import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../../functions/vendor/check/checks.ts';
import { faultNames } from '../../../functions/vendor/mock/faults.ts';
import { type MockVendor, startMockVendor } from '../../../functions/vendor/mock/start-mock-vendor.ts';
import { runCli } from '../../support/run-cli.ts';
import { mockKey } from './check-mock.ts';

let mock: MockVendor;
let faulty: MockVendor;

beforeAll(async () => {
  process.env.MAALESTOK_TEST_KEY = mockKey;
  mock = await startMockVendor({ apiKey: mockKey });
  faulty = await startMockVendor({ faults: ['confidence-percent'] });
});
afterAll(async () => {
  delete process.env.MAALESTOK_TEST_KEY;
  await Promise.all([mock.close(), faulty.close()]);
});

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
