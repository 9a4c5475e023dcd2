import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeCase } from './make-dataset.ts';
import type { Stub } from './start-stub.ts';

/** Keeps promptfoo from reporting to its makers. */
const preload = resolve(import.meta.dirname, '../../functions/promptfoo/preload.ts');
const entry = resolve(import.meta.dirname, '../../node_modules/promptfoo/dist/src/entrypoint.js');

/** Its output, in as far as a count can be read from it. */
interface EvalOutput {
  results: { stats: { successes: number; failures: number; errors: number } };
}

/**
 * Has `promptfoo eval` send the same cases to the same stub, with nothing to assert.
 * @returns seconds of the whole command
 */
export async function runPromptfoo(
  folder: string,
  stub: Stub,
  { cases, bytes, concurrency }: { cases: number; bytes: number; concurrency: number },
): Promise<number> {
  const tests = Array.from({ length: cases }, (_, index) => {
    return `${JSON.stringify({ vars: { case: JSON.stringify({ case: makeCase(index, bytes) }) } })}\n`;
  });
  await writeFile(join(folder, 'tests.jsonl'), tests);
  const http = { url: stub.url, method: 'POST', body: '{{prompt}}', transformResponse: 'text' };
  const config = {
    prompts: ['{{ case | safe }}'],
    providers: [{ id: 'http', config: { ...http, headers: { 'content-type': 'text/plain' } } }],
    tests: `file://${join(folder, 'tests.jsonl')}`,
  };
  const [configFile, output] = [join(folder, 'promptfoo.json'), join(folder, 'promptfoo-results.json')];
  await writeFile(configFile, JSON.stringify(config));
  const quiet = ['--no-cache', '--no-table', '--no-progress-bar'];
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', preload, entry, 'eval', '-c', configFile, '-j', String(concurrency), ...quiet, '-o', output],
    {
      env: {
        ...process.env,
        PROMPTFOO_CONFIG_DIR: join(folder, 'promptfoo'),
        PROMPTFOO_DISABLE_TELEMETRY: '1',
        PROMPTFOO_DISABLE_UPDATE: '1',
        PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
      },
      stdio: ['ignore', 'ignore', 'ignore'],
    },
  );
  const [code] = await once(child, 'close');
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`Cannot time promptfoo: it ended with ${code}`);
  const { stats } = (JSON.parse(await readFile(output, 'utf8')) as EvalOutput).results;
  if (stats.successes !== cases) {
    throw new Error(`Cannot time promptfoo: ${stats.successes} of ${cases} cases were answered`);
  }
  return seconds;
}
