import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { env } from '../../functions/cloud-names.ts';

const program = resolve(import.meta.dirname, 'import-bundle.mjs');

/** Names of things that are not there: nothing is called while a function initialises. */
const surroundings = {
  ...Object.fromEntries(Object.values(env).map((name) => [name, 'https://nowhere.example'])),
  [env.maxRunCostDkk]: '',
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
};

export interface Init {
  /**
   * Loading the bundle and all that it does on being loaded. Median, milliseconds. What it loads later, with import(), comes with the first
   * call that takes it, and is not in here.
   */
  initMs: number;
  /** The process from its start to its end. Median, milliseconds. */
  processMs: number;
}

/** Times so many clean processes of Node that load a file, or none. */
export function measureInit(file: string | undefined, times: number): Init {
  const inits: number[] = [];
  const wholes: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const begun = performance.now();
    const args = file === undefined ? [program] : [program, file];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      cwd: tmpdir(),
      env: surroundings,
      encoding: 'utf8',
    });
    wholes.push(performance.now() - begun);
    if (status !== 0) throw new Error(`Cannot load ${file}: ${stderr}`);
    inits.push(Number(stdout));
  }
  return { initMs: medianOf(inits), processMs: medianOf(wholes) };
}

function medianOf(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
