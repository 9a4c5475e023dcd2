import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOptions } from '../../../functions/bundles/bundle-options.ts';
import { env } from '../../../functions/cloud-names.ts';
import {
  bundleBytes,
  bundleOf,
  presentHandlers,
  startBytes,
} from '../../../infra/bundling/bundle-handlers.ts';
import { nameKeys, shrinkBundle, toModule } from '../../../infra/bundling/shrink-bundle.ts';
import { writeHandler } from '../../../infra/bundling/write-handler.ts';
import { hashFullReport } from '../../support/render-full-report.ts';

const run = promisify(execFile);
const limitBytes = 1_000_000;
/** Time to start goes with what is loaded at once. An import of what should come later is seen here. */
const startLimitBytes = 600_000;
/** Brings a browser along. */
const apart = ['print'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maalestok-bundles-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the bundles of the handlers', { timeout: 120_000 }, () => {
  it.each(presentHandlers())('%s loads in a clean process, and exports its handler', async (name) => {
    const file = writeHandler(name, join(folder, name));
    const surroundings = Object.fromEntries(
      Object.values(env).map((each) => [each, 'https://nowhere.example']),
    );
    const script = `const { handler } = await import(${JSON.stringify(file)}); console.log(typeof handler, process.moduleLoadList.includes('NativeModule http2')); process.exit(0);`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      env: { ...surroundings, [env.maxRunCostDkk]: '', AWS_REGION: 'eu-central-1' },
    });
    const [type, loadsHttp2] = stdout.trim().split(' ');
    expect(type).toBe('function');
    // It is Bedrock's alone, and comes with its client; with it comes much of Node.
    if (!apart.includes(name)) expect(loadsHttp2).toBe('false');
    if (!apart.includes(name)) expect(bundleBytes(name)).toBeLessThan(limitBytes);
    // Who estimates counts tokens, and nobody else.
    const hasTokens = [...bundleOf(name).keys()].some((file) => file.startsWith('cl100k_base'));
    expect([name, hasTokens]).toEqual([name, name === 'plan']);
  });

  it.each(presentHandlers())(
    '%s loads at once what every call takes, and keeps the rest for later',
    (name) => {
      expect(startBytes(name)).toBeGreaterThan(200_000);
      expect(startBytes(name)).toBeLessThan(startLimitBytes);
    },
  );

  it('leave out nothing that a report comes to use: every figure, chart and sheet is the same to the byte', async () => {
    const file = join(folder, 'full-report.mjs');
    await build({
      ...bundleOptions,
      plugins: [shrinkBundle],
      entryPoints: [resolve(import.meta.dirname, '../../support/render-full-report.ts')],
      outfile: file,
    });
    const script = `const { hashFullReport } = await import(${JSON.stringify(file)}); console.log(JSON.stringify(await hashFullReport()));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual(await hashFullReport());
  });
});

describe('keys of the AWS SDK’s schemas', () => {
  it('are written out, and nothing else', () => {
    const source =
      'const _h = "http";\nconst _n = 1;\nvar a = [9, { [_h]: ["GET"], [_n]: 2, [_x]: 3 }, _h];\n';
    expect(nameKeys(source)).toBe(
      'const _h = "http";\nconst _n = 1;\nvar a = [9, { "http": ["GET"], [_n]: 2, [_x]: 3 }, _h];\n',
    );
  });
});

describe('the numerical library’s files', () => {
  it('become modules', () => {
    const source =
      "/**\n* var pi = require( '@x/pi' );\n*/\n'use strict';\nvar sin = require( './sin.js' );\nvar one = require( '@x/y' ).one;\nmodule.exports = sin;\n";
    expect(toModule(source)).toBe(
      "\n'use strict';\nimport sin from './sin.js';\nimport one$ from '@x/y'; var one = one$.one;\nexport default sin;\n",
    );
  });

  it.each([
    "if ( x ) {\n  y = require( './y.js' );\n}\nmodule.exports = y;\n",
    'exports.y = 1;\n',
    "var x = require( './x.js' );\n",
  ])('are refused where they are of another form: %j', (source) => {
    expect(() => toModule(source)).toThrow('no simple CommonJS');
  });
});
