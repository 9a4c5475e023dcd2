import type { ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pLimit from 'p-limit';
import { ArtifactError, InputError } from '../../../datasets/errors.ts';
import type { Clock, Registry } from '../../../evals/ports.ts';
import { EstimateSchema } from '../../../evals/prices/estimate.ts';
import { type Suite, SuiteSchema } from '../../../evals/suite.ts';
import { isCalled } from '../../../evals/suite-model.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import type { RunOrder, RunStarter } from '../../api/api-context.ts';
import { appendAudit } from '../../api/audit.ts';
import { createDesk } from '../../api/desk.ts';
import type { RunJob } from '../../api/resources.ts';
import { freeEstimate, requireWithin, shortenEstimate } from '../../estimate/run-estimate.ts';
import { takeUpCalling } from '../../models/take-up-calling.ts';
import { reopenLocalRun } from './reopen-local-run.ts';
import { type CommandEnd, runCommand, stopCommand } from './run-command.ts';
import { sayFailure, withoutFolder } from './say-failure.ts';

export interface LocalRuns extends RunStarter {
  /** Ends those that run, so that they can be gone on with. */
  close(): Promise<void>;
}

type Attempt = Pick<RunOrder, 'id' | 'attempt'>;

export interface LocalRunsOptions {
  registry: Registry;
  clock: Clock;
  /** Where the API's blobs lie. */
  folder: string;
  /** At once. */
  concurrency: number;
  log(line: string): void;
}

/** What a run is planned by, in its folder. */
const suiteFile = 'suite.yaml';

/** Runs as `maalestok run` in processes of their own: a run that takes all memory or breaks takes nobody along. */
export function createLocalRuns(options: LocalRunsOptions): LocalRuns {
  const { registry, clock, folder, log } = options;
  const pool = pLimit(options.concurrency);
  const children = new Map<string, ChildProcess>();
  const ends = new Map<string, Promise<void>>();
  /** Up to which attempt runs were told to stop, maybe between two processes. The next attempt takes nothing of it back. */
  const cancelled = new Map<string, number>();
  const isCancelled = ({ id, attempt }: Attempt) => attempt <= (cancelled.get(id) ?? 0);
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

  const command = async (
    order: Attempt,
    args: readonly string[],
    keepsOutput = false,
  ): Promise<CommandEnd> => {
    const end = await runCommand(
      args,
      (child) => {
        children.set(order.id, child);
        if (isCancelled(order)) stopCommand(child);
      },
      keepsOutput,
    );
    children.delete(order.id);
    return end;
  };

  /** What the run is expected to cost, in its record. @throws {InputError} where that is more than it may */
  const estimate = async (order: RunOrder, args: readonly string[]): Promise<CommandEnd> => {
    const end = await command(order, ['estimate', ...args, '--json'], true);
    if (end.code !== 0) return end;
    const made = shortenEstimate(EstimateSchema.parse(JSON.parse(end.stdout)));
    await desk.change('runs', order.id, (run) => ({ ...run, estimate: made }));
    if (order.maxCostDkk !== null) requireWithin(made, order.maxCostDkk);
    return end;
  };

  /** Once: what fails again stands, however often this is gone on with. @throws {InputError} | {ArtifactError} */
  const reopen = async ({ id, attempt }: Attempt): Promise<void> => {
    const out = `runs/${id}/out`;
    for (const name of await foldersIn(join(folder, out))) await reopenLocalRun(folder, `${out}/${name}`);
    await desk.change('runs', id, (run) => (run.starts === attempt ? { ...run, retryFailed: false } : run));
  };

  const runOne = async (order: RunOrder): Promise<void> => {
    const { id, limit, maxCostDkk, retryFailed, suite } = order;
    // The record may be that of a later attempt by now.
    if (closing || isCancelled(order) || !(await settle(id, ['queued'], { state: 'running' }))) return;
    const home = join(folder, 'runs', id);
    const flags = [
      ...['--suite', join(home, suiteFile), '--out', join(home, 'out'), '--language', 'en'],
      ...(limit === null ? [] : ['--limit', String(limit)]),
    ];
    const fail = (failure: string) => settle(id, ['running'], { state: 'failed', failure });
    const failed = async (end: CommandEnd) => {
      if (!closing && end.code !== 0) await fail(sayFailure(end, folder));
      return closing || end.code !== 0;
    };
    try {
      // What was planned within its limit is gone on with.
      const planned = (await foldersIn(join(home, 'out'))).length > 0;
      if (!suite.models.some(isCalled))
        await desk.change('runs', id, (run) => ({ ...run, estimate: freeEstimate }));
      else if (!planned && (await failed(await estimate(order, flags)))) return;
      if (retryFailed) await reopen(order);
    } catch (error) {
      if (!(error instanceof InputError || error instanceof ArtifactError)) throw error;
      return void (await fail(withoutFolder(error.message, folder)));
    }
    // Between two commands there is no process to stop, and by now it may have been started again with other limits.
    if (isCancelled(order)) return;
    const most = maxCostDkk === null ? [] : ['--max-cost', maxCostDkk.toFixed(4)];
    if (await failed(await command(order, ['run', ...flags, ...most]))) return;
    const [name] = await foldersIn(join(home, 'out'));
    const place = `runs/${id}/out/${name}`;
    await settle(id, ['running'], { state: 'done', place });
  };

  return {
    async start(order) {
      const home = join(folder, 'runs', order.id);
      const planned = await readPlanned(home);
      const models = order.suite.models.map((now, at) => takeUpCalling(planned?.models[at] ?? now, now));
      const suite = { ...order.suite, models, dataset: resolve(folder, order.datasetPlace) };
      await createFileStore(home).write(suiteFile, `${JSON.stringify(suite, null, 2)}\n`);
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

    async cancel({ id, attempt }) {
      cancelled.set(id, attempt);
      stopCommand(children.get(id));
    },

    async close() {
      closing = true;
      for (const child of children.values()) stopCommand(child);
      await Promise.all(ends.values());
    },
  };
}

/** The suite that a run was planned by; null where it has not been. */
async function readPlanned(home: string): Promise<Suite | null> {
  if ((await foldersIn(join(home, 'out'))).length === 0) return null;
  return SuiteSchema.parse(JSON.parse(await readFile(join(home, suiteFile), 'utf8')));
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  return entries.filter((each) => each.isDirectory()).map(({ name }) => name);
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
