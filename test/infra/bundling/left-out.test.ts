import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import quantileT from '@stdlib/stats-base-dists-t-quantile';
import { build } from 'esbuild';
import ranks from 'gpt-tokenizer/bpeRanks/cl100k_base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openYaml } from '../../../datasets/open-yaml.ts';
import { bundleOptions } from '../../../functions/bundles/bundle-options.ts';
import { openTokenCounter } from '../../../functions/estimate/count-tokens.ts';
import { leaveOutJsonSchema, shrinkBundle } from '../../../infra/bundling/shrink-bundle.ts';
import { fakeAwsEnvironment } from '../../support/aws-environment.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../../..');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maalestok-left-out-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a program says on its last line, bundled as handlers are. */
async function say(program: string): Promise<string> {
  const outfile = join(folder, 'program.mjs');
  await build({
    ...bundleOptions,
    plugins: [shrinkBundle, leaveOutJsonSchema],
    stdin: { contents: program, resolveDir: root },
    outfile,
  });
  const { stdout } = await run(process.execPath, [outfile], { cwd: folder, env: fakeAwsEnvironment });
  return stdout.trim();
}

describe('what bundles leave out', { timeout: 60_000 }, () => {
  it.each([
    ['an answer in parts', 'client-bedrock-runtime', 'BedrockRuntimeClient', 'ConverseStreamCommand'],
    ['a log in parts', 'client-lambda', 'LambdaClient', 'InvokeWithResponseStreamCommand'],
  ])('says so where %s is asked for', async (_, service, client, command) => {
    const said = await say(`
      import { createServer } from 'node:http';
      import { ${client}, ${command} } from '@aws-sdk/${service}';
      const server = createServer((_, reply) => reply.end()).listen(0, '127.0.0.1', async () => {
        const endpoint = 'http://127.0.0.1:' + server.address().port;
        const { NodeHttpHandler } = await import('@smithy/node-http-handler');
        const client = new ${client}({ region: 'eu-central-1', endpoint, requestHandler: new NodeHttpHandler() });
        await client.send(new ${command}({ modelId: 'x', FunctionName: 'x', messages: [] })).then(console.log, (error) => console.log(error.message));
        process.exit(0);
      });`);
    expect(said).toContain('This bundle has left out @smithy/core/event-streams');
  });

  it.each([
    ['HTTP/2', 'undici/lib/dispatcher/client-h2.js', 'left()', 'client-h2.js'],
    ['forms', 'undici/lib/web/fetch/body.js', 'left.extractBody()', 'body.js'],
    ['charts', 'hucre/dist/xlsx/chart-writer.mjs', 'Object.values(left)[0]()', 'chart-writer.mjs'],
    [
      'other distributions',
      '@stdlib/math-base-special-kernel-betaincinv/lib/temme2.js',
      'left()',
      'temme2.js',
    ],
  ])('says so where %s are called', async (_, file, call, name) => {
    const said = await say(`
      const left = require('./node_modules/${file}');
      try { ${call}; } catch (error) { console.log(error.message); }`);
    expect(said).toBe(`This bundle has left out ${name}`);
  });
});

describe('schemas that tell nobody of themselves', { timeout: 60_000 }, () => {
  it('check as they did, and say so where they are to tell', async () => {
    const said = await say(`
      import { z } from 'zod';
      const schema = z.strictObject({ a: z.int(), b: z.array(z.string()).optional() });
      const told = [schema.safeParse({ a: 1, b: [''] }).success, schema.safeParse({ a: 1.5, c: 0 }).success];
      try { z.toJSONSchema(schema); } catch (error) { told.push(error.message); }
      console.log(told.join(', '));`);
    expect(said).toBe('true, false, This bundle has left out json-schema-processors.js');
  });
});

describe('what stands for the whole', { timeout: 60_000 }, () => {
  it('has the same quantiles of t, to the last bit', async () => {
    const degrees = [...Array.from({ length: 400 }, (_, at) => at + 1), 999, 2_500, 49_999, 1e9];
    const levels = [0.975, 0.8, 0.5, 0.025];
    const said = await say(`
      import quantileT from '@stdlib/stats-base-dists-t-quantile';
      const degrees = ${JSON.stringify(degrees)};
      console.log(JSON.stringify(${JSON.stringify(levels)}.map((level) => degrees.map((each) => quantileT(level, each)))));`);
    expect(JSON.parse(said)).toEqual(levels.map((level) => degrees.map((each) => quantileT(level, each))));
  });

  it('has the same list of tokens, and counts alike', async () => {
    const texts = [
      'Skel mod vej: 2,50 m, jf. BR18 § 170, stk. 1 – “åben” carport à 40 m².',
      'hello world\n\n\t<|endoftext|>',
      '许可 🏠',
    ];
    const said = await say(`
      import { createHash } from 'node:crypto';
      import ranks from './node_modules/gpt-tokenizer/esm/bpeRanks/cl100k_base.js';
      import { openTokenCounter } from './functions/estimate/count-tokens.ts';
      const count = await openTokenCounter();
      const hash = createHash('sha256').update(JSON.stringify(ranks)).digest('hex');
      console.log(JSON.stringify({ hash, counts: ${JSON.stringify(texts)}.map(count) }));`);
    const count = await openTokenCounter();
    const hash = createHash('sha256').update(JSON.stringify(ranks)).digest('hex');
    expect(JSON.parse(said)).toEqual({ hash, counts: texts.map(count) });
  });

  it('reads YAML alike, and refuses it alike', async () => {
    const files = [
      'docs/examples/check-in/cluster.yaml',
      'docs/examples/check-in/decisions.yaml',
      'evals/suites/robustness.yaml',
    ];
    const odd = [
      'a: 1\na: 2',
      'a: [1',
      '',
      'd: 2026-10-01\nb: yes\no: 0o17',
      'x: &x {y: 1}\nz: *x\nw: *v',
      's: |\n  æ\n  ø\nt: >-\n  a\n  b',
    ];
    const texts = [
      ...(await Promise.all(files.map((file) => readFile(resolve(root, file), 'utf8')))),
      ...odd,
    ];
    const said = await say(`
      import { openYaml } from './datasets/open-yaml.ts';
      const read = ${read.toString()};
      console.log(JSON.stringify(${JSON.stringify(texts)}.map((text) => read(openYaml, text))));`);
    expect(JSON.parse(said)).toEqual(texts.map((text) => read(openYaml, text)));
  });
});

/** What a text is read as, or why it is not. Goes into a bundle as it stands here. */
function read(open: typeof openYaml, text: string): unknown {
  try {
    const { value, lineOf } = open(text, { file: 'x.yaml', thing: 'a file' });
    return { value, lines: [lineOf(['models', 0]), lineOf(['b'])] };
  } catch (error) {
    return String(error);
  }
}
