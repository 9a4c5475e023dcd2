import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import type { CheckInDataset } from '../../evals/check-in/check-in.ts';
import type { Decision } from '../../evals/check-in/decision.ts';
import { MonthSchema } from '../../evals/check-in/month.ts';
import { checkInFiles } from '../../reports/check-in/check-in-files.ts';
import { type ReadCluster, readCluster } from '../../reports/check-in/cluster.ts';
import { languagesFrom } from '../../reports/wording/wording-of.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { composeRecord } from '../check-in/compose-record.ts';
import { measureRun } from '../check-in/measure-run.ts';
import { readChangeLog } from '../check-in/read-change-log.ts';
import { readDecisions } from '../check-in/read-decisions.ts';
import { readEarlier } from '../check-in/read-earlier.ts';
import { signCheckIn } from '../check-in/sign-check-in.ts';
import { type WrittenCases, writeCheckIn } from '../check-in/write-check-in.ts';
import type { Printer } from '../print/open-printer.ts';
import { planSuites } from './check-in/plan-suites.ts';
import { sumRunCosts } from './check-in/sum-run-costs.ts';
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
  const maxCost = options.maxCost ?? cluster.maxCostDkk?.toFixed(4);
  const limited = maxCost === undefined ? {} : { maxCost };
  const { signer } = await openSigner(options.signedBy);
  const home = join(options.out, cluster.id);
  const folder = join(home, options.month);
  const runs = join(folder, 'runs');
  await withRunLock(folder, async () => {
    const earlier = await readEarlier(createFileStore(home), await readdir(home), {
      id: cluster.id,
      month: options.month,
    });
    const datasets: CheckInDataset[] = [];
    const written: WrittenCases[] = [];
    for (const suite of suites) {
      const runFolder = await runSuite(
        {
          suite,
          suiteFile: relative(process.cwd(), resolve(options.cluster)),
          baseFolder: dirname(options.cluster),
        },
        { ...options, ...limited, out: runs, sumBeside: (own) => sumRunCosts(runs, own) },
      );
      const run = await openRun(runFolder);
      const data = createFileStore(resolve(runFolder, run.record.datasetFolder));
      const { own, cases } = await measureRun({
        ...{ read, month: options.month, run, earlier },
        runFolder: relative(folder, runFolder).split(sep).join('/'),
        log: await readChangeLog(data, run.dataset.card),
        openMonth: (month) => ({
          store: createFileStore(join(home, month)),
          runStore: (each) => createFileStore(join(home, month, each)),
        }),
      });
      datasets.push(own);
      written.push(cases);
    }
    const record = composeRecord({ cluster, month: options.month, earlier, datasets, decisions });
    const store = createFileStore(folder);
    const hasDecisions = cluster.decisionsFile !== undefined;
    const toWrite = { store, record, cases: written, languages: languagesFrom(language), hasDecisions };
    const write = async (print?: Printer['print']) =>
      signCheckIn(
        store,
        await writeCheckIn({ ...toWrite, ...(print === undefined ? {} : { print }) }),
        signer,
      );
    if (options.pdf !== true) return write();
    await using printer = await openPrinterLate();
    await write(printer.print);
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
