import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pLimit from 'p-limit';
import type { Clock, Registry } from '../../../evals/ports.ts';
import type { RunOrder, RunStarter } from '../../api/api-context.ts';
import { appendAudit } from '../../api/audit.ts';
import { createDesk } from '../../api/desk.ts';
import type { RunJob } from '../../api/resources.ts';

export interface LocalRuns extends RunStarter {
  /** Ends those that run, so that they can be gone on with. */
  close(): Promise<void>;
}

export interface LocalRunsOptions {
  registry: Registry;
  clock: Clock;
  /** Where the API's blobs lie. */
  folder: string;
  /** At once. */
  concurrency: number;
  log(line: string): void;
}

const entry = resolve(import.meta.dirname, '../maalestok.ts');
/** Of what a run printed as an error. */
const keptCharacters = 4000;
/** A run that was told to stop and has not is ended. */
const graceMs = 10_000;

/** Runs as `maalestok run` in processes of their own: a run that takes all memory or breaks takes nobody along. */
export function createLocalRuns(options: LocalRunsOptions): LocalRuns {
  const { registry, clock, folder, log } = options;
  const pool = pLimit(options.concurrency);
  const children = new Map<string, ChildProcess>();
  const ends = new Map<string, Promise<void>>();
  /** Told to stop, maybe before there was a process. */
  const cancelled = new Set<string>();
  let closing = false;
  const desk = createDesk(registry, clock, { role: 'operator', subject: 'runner' });

  /** Only what runs can end: what was cancelled meanwhile stays so. */
  const settle = async (
    id: string,
    from: readonly RunJob['state'][],
    to: Partial<RunJob>,
  ): Promise<boolean> => {
    let settled = false;
    await desk.change('runs', id, (run) => {
      settled = from.includes(run.state);
      return settled ? { ...run, ...to } : run;
    });
    if (settled && to.state !== undefined && to.state !== 'running')
      await logEnd(registry, clock, id, to.state);
    return settled;
  };

  const runOne = async ({ id, limit }: RunOrder): Promise<void> => {
    if (closing || !(await settle(id, ['queued'], { state: 'running' }))) return;
    const home = join(folder, 'runs', id);
    const args = ['run', '--suite', join(home, 'suite.yaml'), '--out', join(home, 'out'), '--language', 'en'];
    const child = spawn(
      process.execPath,
      [entry, ...args, ...(limit === null ? [] : ['--limit', String(limit)])],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    children.set(id, child);
    if (cancelled.has(id)) stop(child);
    let printed = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-keptCharacters);
    });
    const code = await new Promise<number | null>((done) => {
      child.once('error', () => done(null));
      child.once('close', (status) => done(status));
    });
    children.delete(id);
    if (closing) return;
    if (code === 0) {
      const [name] = await foldersIn(join(home, 'out'));
      await settle(id, ['running'], { state: 'done', place: `runs/${id}/out/${name}` });
    } else await settle(id, ['running'], { state: 'failed', failure: sayFailure(printed, code, folder) });
  };

  return {
    async start(order) {
      cancelled.delete(order.id);
      const home = join(folder, 'runs', order.id);
      const suite = { ...order.suite, dataset: resolve(folder, order.datasetPlace) };
      await mkdir(home, { recursive: true });
      await writeFile(join(home, 'suite.yaml'), `${JSON.stringify(suite, null, 2)}\n`);
      const before = ends.get(order.id) ?? Promise.resolve();
      const end = before
        .then(() => pool(() => runOne(order)))
        .catch((error: unknown) =>
          log(`run ${order.id}: ${error instanceof Error ? error.stack : String(error)}`),
        )
        .finally(() => {
          if (ends.get(order.id) === end) ends.delete(order.id);
        });
      ends.set(order.id, end);
    },

    async cancel({ id }) {
      cancelled.add(id);
      stop(children.get(id));
    },

    async close() {
      closing = true;
      for (const child of children.values()) stop(child);
      await Promise.all(ends.values());
    },
  };
}

function stop(child: ChildProcess | undefined): void {
  if (child === undefined) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  child.once('close', () => clearTimeout(timer));
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((each) => each.isDirectory()).map(({ name }) => name);
}

/** What the command told its user, without the machine's own paths; of a bug only that it was one. */
function sayFailure(printed: string, code: number | null, folder: string): string {
  const at = printed.search(/^(?:Error|Stopped by)/mu);
  if (code === 70 || code === null || at === -1)
    return 'The run broke off by a fault of ours; redrive it to go on.';
  return printed
    .slice(at)
    .trim()
    .replaceAll(`${resolve(folder)}/`, '')
    .slice(0, 1000);
}

async function logEnd(registry: Registry, clock: Clock, id: string, state: string): Promise<void> {
  const at = clock.now();
  const action = `run-${state}`;
  const requestId = `${id}-${state}`;
  await appendAudit(registry, {
    at,
    requestId,
    phase: 'system',
    party: 'system',
    subject: 'runner',
    action,
    target: id,
    status: null,
  });
}
