import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import { toWellFormed } from '../../datasets/well-formed.ts';
import { buildDataset } from '../../evals/check-in/build-dataset.ts';
import { type CheckIn, type CheckInDataset, CheckInSchema } from '../../evals/check-in/check-in.ts';
import type { Decision } from '../../evals/check-in/decision.ts';
import { gatherMonth } from '../../evals/check-in/gather-month.ts';
import { MonthSchema } from '../../evals/check-in/month.ts';
import type { SinceLastInput } from '../../evals/check-in/month-run.ts';
import { findNewDecisions } from '../../evals/check-in/new-decisions.ts';
import { scorerVersion } from '../../evals/comparability.ts';
import { readResult } from '../../evals/steps/read-result.ts';
import { checkInFiles } from '../../reports/check-in/check-in-context.ts';
import { type ReadCluster, readCluster } from '../../reports/check-in/cluster.ts';
import { type MeasureId, measureOf } from '../../reports/measures.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { planSuites } from './check-in/plan-suites.ts';
import { readChangeLog } from './check-in/read-change-log.ts';
import { readDecisions } from './check-in/read-decisions.ts';
import { openLastRun, readCaseHashes, readEarlier } from './check-in/read-earlier.ts';
import { sumRunCosts } from './check-in/sum-run-costs.ts';
import { type WrittenCases, writeCheckIn } from './check-in/write-check-in.ts';
import type { Printer } from './open-printer.ts';
import { openRun } from './open-run.ts';
import { openSigner } from './open-signer.ts';
import { flagError, readLanguage, readMaxCost } from './read-options.ts';
import { runSuite } from './run.ts';
import { withRunLock } from './with-run-lock.ts';

export interface CheckInOptions {
  cluster: string;
  month: string;
  /** Where check-ins are kept. */
  out: string;
  language: string;
  /** Asks failed and timed-out questions once more. */
  retryFailed?: boolean;
  allowPrivate?: boolean;
  /** Folder of answers of earlier runs. */
  cache?: string;
  /** In DKK, for all runs of the month together. */
  maxCost?: string;
  /** A PDF of the report, too; needs a browser. */
  pdf?: boolean;
  signedBy?: string;
}

/**
 * `maalestok check-in`: a run a data set of the cluster, by the very steps of `maalestok run`, then the month's report. The same
 * command resumes what was interrupted, and gives the same bytes.
 */
export async function checkIn(options: CheckInOptions): Promise<void> {
  const language = readLanguage(options.language);
  if (!MonthSchema.safeParse(options.month).success) {
    throw flagError('--month', options.month, 'a month, like 2026-10');
  }
  readMaxCost(options.maxCost);
  if (options.pdf === true) await requirePrinter();
  const read = await openCluster(options.cluster);
  const { cluster } = read;
  const decisions = await openDecisions(read, options.cluster);
  const suites = await planSuites(read, options.cluster);
  const { signer } = await openSigner(options.signedBy);
  const home = join(options.out, cluster.id);
  const folder = join(home, options.month);
  const runs = join(folder, 'runs');
  await withRunLock(folder, async () => {
    const earlier = await readEarlier(home, cluster.id, options.month);
    const previous = earlier.at(-1) ?? null;
    const datasets: CheckInDataset[] = [];
    const written: WrittenCases[] = [];
    for (const suite of suites) {
      const runFolder = await runSuite(
        {
          suite,
          suiteFile: relative(process.cwd(), resolve(options.cluster)),
          baseFolder: dirname(options.cluster),
        },
        { ...options, out: runs, sumBeside: (own) => sumRunCosts(runs, own) },
      );
      const { own, cases } = await measure({ runFolder, folder, home, read, earlier, previous, ...options });
      datasets.push(own);
      written.push(cases);
    }
    const made: CheckIn = {
      schema: 'maalestok.check-in.v1',
      cluster: { id: cluster.id, title: cluster.title ?? null },
      month: options.month,
      previous: previous?.month ?? null,
      scorer: scorerVersion,
      datasets,
      ...findNewDecisions(decisions, options.month, earlier),
    };
    // What vendors and data sets wrote may hold half characters, which nobody could sign.
    const record = CheckInSchema.parse(toWellFormed(made));
    const hasDecisions = cluster.decisionsFile !== undefined;
    const toWrite = { folder, record, cases: written, language, signer, hasDecisions };
    if (options.pdf !== true) return writeCheckIn(toWrite);
    await using printer = await openPrinterLate();
    await writeCheckIn({ ...toWrite, print: printer.print });
  });
  const say = (kind: string, file: string) => process.stdout.write(`${kind}: ${join(folder, file)}\n`);
  say('Check-in', checkInFiles[language].page);
  say(language === 'da' ? 'Dagsorden' : 'Agenda', checkInFiles[language].mail);
  say('XLSX', checkInFiles[language].workbook);
  if (options.pdf === true) say('PDF', checkInFiles[language].print);
  if (cluster.recipients.length > 0) {
    process.stdout.write(`${language === 'da' ? 'Til' : 'To'}: ${cluster.recipients.join(', ')}\n`);
  }
}

/** A browser is loaded only where something is printed, and held open for as long. */
async function openPrinterLate(): Promise<Printer> {
  const { openPrinter } = await import('./open-printer.ts');
  return openPrinter();
}

/** Before any model is asked: what is missing at the end would be said too late. */
async function requirePrinter(): Promise<void> {
  await using _printer = await openPrinterLate();
}

async function openCluster(file: string): Promise<ReadCluster> {
  const bytes = await createFileStore(dirname(file)).read(basename(file));
  if (bytes !== null) return readCluster(new TextDecoder().decode(bytes), file);
  throw new InputError({
    file,
    is: 'no such file',
    expected: 'a cluster (YAML)',
    mend: 'docs/check-in.md shows one.',
  });
}

async function openDecisions({ cluster, refuse }: ReadCluster, clusterFile: string): Promise<Decision[]> {
  const { decisionsFile } = cluster;
  if (decisionsFile === undefined) return [];
  const path = resolve(dirname(clusterFile), decisionsFile);
  const bytes = await createFileStore(dirname(path)).read(basename(path));
  if (bytes === null) throw refuse(['decisionsFile'], `"${decisionsFile}", which is not there`, 'a file');
  return readDecisions(bytes, relative(process.cwd(), path));
}

interface MeasureInput extends CheckInOptions {
  runFolder: string;
  folder: string;
  home: string;
  read: ReadCluster;
  earlier: readonly CheckIn[];
  previous: CheckIn | null;
}

/** All of the check-in that is about one run. */
async function measure(input: MeasureInput): Promise<{ own: CheckInDataset; cases: WrittenCases }> {
  const { runFolder, folder, home, read, earlier, previous, month } = input;
  const run = await openRun(runFolder);
  const result = await readResult(run.store, run.record);
  if (result === null) throw new Error(`Cannot report "${runFolder}": it was finished and has no result`);
  const gathered = await gatherMonth({ ...run, result, members: read.cluster.members });
  const { id, split } = { id: result.dataset.id, split: run.record.dataset.split };
  const last = previous?.datasets.find(({ dataset }) => dataset.id === id && dataset.split === split);
  const lastFolder = join(home, previous?.month ?? '');
  const before =
    last === undefined
      ? null
      : {
          ...(await openLastRun(join(lastFolder, last.run))),
          cases: await readCaseHashes(lastFolder, { id, split }),
        };
  const now: SinceLastInput['now'] = { ...run, result, cases: gathered.cases };
  const own = await buildDataset({
    month,
    runFolder: relative(folder, runFolder).split(sep).join('/'),
    now,
    gathered,
    before,
    earlier,
    log: await readChangeLog(resolve(runFolder, run.record.datasetFolder), run.dataset.card),
    gates: read.gates,
    readFigure: (name, model) => measureOf(name as MeasureId).read(model),
  });
  return { own, cases: { id, split, cases: gathered.cases, taxonomy: run.dataset.taxonomy } };
}
