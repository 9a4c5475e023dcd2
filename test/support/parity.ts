import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { type SuiteModel, SuiteModelSchema } from '../../evals/suite-model.ts';
import { createFileStore } from '../../functions/adapters/file-store.ts';
import { env, type HandlerName } from '../../functions/cloud-names.ts';
import { presentHandlers } from '../../infra/bundling/bundle-handlers.ts';
import { synthesisedDefinition } from '../infra/support/synthesised-definition.ts';
import { askedOverWire } from './asked-of-aws.ts';
import { fakeAwsEnvironment } from './aws-environment.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { reportHere, runHere, textsOf, writeData } from './cloud-run.ts';
import { startConverseServer, toolUse } from './converse-server.ts';
import { startCountingVendor } from './counting-vendor.ts';
import { LambdaError, openBundles } from './handler-bundles.ts';
import { ownEnvironment } from './own-environment.ts';
import { type CliResult, runCli } from './run-cli.ts';
import { runMachine } from './run-machine.ts';
import { temporaryFolder } from './small-dataset.ts';

export interface Execution {
  run: string;
  /** `done`, or the name of the error that the execution ended with. */
  end: string;
  /** By SNS and EventBridge. */
  told: unknown[];
  /** The lines that the functions logged. */
  log: unknown[];
}

/** The same run on AWS, as far as it is there on one machine, and by `maalestok run`. */
export interface Parity {
  /** Artefacts of `maalestok run`. */
  here(parts: readonly string[]): Promise<Record<string, string>>;
  there(run: string, parts: readonly string[]): Promise<Record<string, string>>;
  /** Artefacts of `maalestok run`, and of `run --retry-failed` once the vendor fails on others. */
  hereAgain(first: readonly string[], then: readonly string[], parts: readonly string[]): Promise<Again>;
  /** What `maalestok report` makes of the run here with the calls from there. */
  reportHere(run: string, parts: readonly string[]): Promise<Record<string, string>>;
  /** `maalestok verify` of the run there. */
  verify(run: string): Promise<CliResult>;
  order(digit: string, models?: readonly string[]): Promise<string>;
  execute(digit: string, run?: string): Promise<Execution>;
  jobOf: Cloud['jobOf'];
  /** All that services were asked, signed by the name of the function. */
  asked: Cloud['asked'];
  cancel(run: string): Promise<void>;
  /** Changes the record of a run, as the API does. */
  change: Cloud['change'];
  /** How often each question has come to the vendor. */
  vendorAsked(): number[];
  bedrockAsked(): number;
  /** The vendor is busy for so many requests. */
  busy(requests: number): void;
  /** The vendor fails on these cases, and on no others. */
  failOn(caseIds: readonly string[]): void;
  /** The vendor takes so long. */
  slow(delayMs: number): void;
  /** The first calls of a function have so much time. @returns the errors of these */
  limitTime(handler: HandlerName, remainingMs: readonly number[]): () => string[];
  /** Kills a function's first process after so many requests to the vendor. @returns the errors of it */
  kill(handler: HandlerName, requests: number): () => string[];
  /** Loses the answer of a function's first process after so many requests to the vendor; it works on. @returns the error told, and waits for its end */
  loseAnswer(handler: HandlerName, requests: number): () => Promise<string[]>;
  /** Before a function's first call. */
  before(handler: HandlerName, action: () => Promise<void>): void;
  reset(): void;
  close(): Promise<void>;
}

export interface Again {
  before: Record<string, string>;
  after: Record<string, string>;
}

interface Trouble {
  remainingMs?: number;
  killWhen?: Promise<unknown>;
  /** The answer is lost when it resolves. */
  loseWhen?: Promise<unknown>;
  /** The end of a process whose answer was lost. */
  ended?: Promise<unknown>;
  action?: () => Promise<void>;
  error?: string;
}

const finding = {
  text: 'Der mangler højder.',
  code: 'x1',
  citations: ['BR18 § 10, stk. 1, nr. 2'],
  evidence: [],
};

export async function startParity(): Promise<Parity> {
  const temporary = await temporaryFolder();
  const behaviour = { delayMs: 0, busyFor: 0, bedrockAsked: 0 };
  const refused = new Set<string>();
  const vendor = await startCountingVendor({
    refused,
    delayMs: () => behaviour.delayMs,
    busy: () => {
      behaviour.busyFor -= 1;
      return behaviour.busyFor >= 0;
    },
  });
  const bedrock = await startConverseServer(() =>
    toolUse({ status: 'answered', outcome: 'deficient', findings: [finding] }),
  );
  const bundles = openBundles();
  const cloud = await startCloud();
  const data = join(temporary.folder, 'data');
  await writeData(data);
  await cloud.register(data);
  const entries: SuiteModel[] = [
    { adapter: 'checklist' },
    { adapter: 'http', id: 'vendor', version: '1', url: vendor.url, concurrency: 8 },
    { adapter: 'bedrock', id: 'sonnet', modelId: 'eu.anthropic.x', prompt: 'screening-da-1' },
  ].map((entry) => SuiteModelSchema.parse(entry));
  const replayed = SuiteModelSchema.parse({ adapter: 'replay', id: 'replayed', screenings: 'x.jsonl' });
  // Answers that are longer than their price was told: they cost more than is estimated.
  const dear = SuiteModelSchema.parse({
    ...{
      adapter: 'http',
      id: 'dear',
      version: '1',
      url: vendor.url,
      concurrency: 8,
      expectedOutputTokens: 1,
    },
    price: { of: '2026-11-01', outputPerMillion: 100_000 },
  });
  await cloud.registerModels([...entries, replayed, dear]);
  const aws = { ...fakeAwsEnvironment, AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.url };
  const here = await runHere(temporary.folder, entries, aws);
  const told = { ...cloud.env, ...aws, [env.egressAllow]: new URL(vendor.url).origin };
  const troubles = new Map<HandlerName, Trouble[]>();
  const definition = synthesisedDefinition();

  const call = async (handler: HandlerName, payload: unknown, log: unknown[]): Promise<unknown> => {
    if (!presentHandlers().includes(handler)) return {};
    const trouble = troubles.get(handler)?.find(({ error }) => error === undefined);
    const { remainingMs, killWhen, loseWhen, action } = trouble ?? {};
    if (trouble !== undefined) trouble.error = '';
    await action?.();
    try {
      const own = ownEnvironment(handler, told);
      const invoking = bundles.invoke(handler, payload, { env: own, remainingMs, killWhen });
      if (trouble !== undefined) trouble.ended = invoking.catch(() => undefined);
      const lost = loseWhen?.then(() => {
        throw new LambdaError({ errorType: 'Lambda.SdkClientException', errorMessage: 'no answer' });
      });
      const invoked = await Promise.race(lost === undefined ? [invoking] : [invoking, lost]);
      log.push(...invoked.log);
      return invoked.answer;
    } catch (error) {
      if (trouble !== undefined && error instanceof LambdaError) trouble.error = error.name;
      throw error;
    }
  };
  const trouble = (handler: HandlerName, all: Trouble[]) => {
    troubles.set(handler, all);
    return () => all.map(({ error = '' }) => error);
  };
  const copyOf = async (run: string): Promise<string> => {
    const folder = join(temporary.folder, 'copies', run);
    await rm(folder, { recursive: true, force: true });
    await write(cloud.storeOf(run), '', folder);
    return folder;
  };

  const parity: Parity = {
    here: (parts) => textsOf(here.store, parts),
    async hereAgain(first, then, parts) {
      const runs = { name: 'again' };
      parity.failOn(first);
      const { store } = await runHere(temporary.folder, entries, aws, runs);
      const before = await textsOf(store, parts);
      parity.failOn(then);
      await runHere(temporary.folder, entries, aws, { ...runs, flags: ['--retry-failed'] });
      return { before, after: await textsOf(store, parts) };
    },
    there: (run, parts) => textsOf(cloud.storeOf(run), parts),
    async reportHere(run, parts) {
      const folder = join(temporary.folder, 'report', run);
      await cp(here.folder, folder, { recursive: true });
      for (const id of ['checklist', 'vendor', 'sonnet', 'constant'])
        await write(cloud.storeOf(run), runKeys.calls(id), folder);
      await reportHere(folder);
      return textsOf(createFileStore(folder), parts);
    },
    verify: async (run) => runCli(['verify', await copyOf(run)]),
    order: (digit, models = ['checklist', 'vendor', 'sonnet']) =>
      cloud.order(`operator.${digit.repeat(20)}`, models),
    async execute(digit, run) {
      const id = run ?? (await parity.order(digit));
      const execution: Execution = { run: id, end: 'done', told: [], log: [] };
      const readItems = async (key: string): Promise<unknown[]> => {
        const bytes = await cloud.runs.read(key);
        return JSON.parse(new TextDecoder().decode(bytes!));
      };
      await runMachine(
        {
          ...{ definition, readItems, told: execution.told },
          call: (handler, payload) => call(handler, payload, execution.log),
        },
        { run: id },
      ).catch((error: unknown) => {
        execution.end = nameOf(error);
      });
      return execution;
    },
    jobOf: cloud.jobOf,
    asked: () => {
      const ofBedrock = bedrock.requests.map(askedOverWire);
      return [...cloud.asked(), ...ofBedrock.filter(({ by }) => by !== fakeAwsEnvironment.AWS_ACCESS_KEY_ID)];
    },
    cancel: (run) => cloud.change(run, { state: 'cancelled' }),
    change: cloud.change,
    vendorAsked: () => [...vendor.asked.values()],
    bedrockAsked: () => bedrock.requests.length - behaviour.bedrockAsked,
    busy: (requests) => {
      behaviour.busyFor = requests;
    },
    failOn: (caseIds) => {
      refused.clear();
      for (const each of caseIds) refused.add(each);
    },
    slow: (delayMs) => {
      behaviour.delayMs = delayMs;
    },
    limitTime: (handler, times) =>
      trouble(
        handler,
        times.map((remainingMs) => ({ remainingMs })),
      ),
    // Its time would soon have been over: whoever comes after it waits for that.
    kill: (handler, requests) =>
      trouble(handler, [{ killWhen: vendor.afterRequests(requests), remainingMs: 40_000 }]),
    loseAnswer(handler, requests) {
      const all: Trouble[] = [{ loseWhen: vendor.afterRequests(requests) }];
      const errors = trouble(handler, all);
      return async () => {
        await Promise.all(all.map(({ ended }) => ended));
        return errors();
      };
    },
    before: (handler, action) => void trouble(handler, [{ action }]),
    reset() {
      Object.assign(behaviour, { delayMs: 0, busyFor: 0, bedrockAsked: bedrock.requests.length });
      refused.clear();
      troubles.clear();
      vendor.asked.clear();
    },
    async close() {
      bundles[Symbol.dispose]();
      await Promise.all([cloud.close(), vendor[Symbol.asyncDispose](), bedrock.close()]);
      await temporary[Symbol.asyncDispose]();
    },
  };
  return parity;
}

/** The simulator wraps what a Fail state ends with. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.name : error.name;
}

async function write(store: BlobStore, prefix: string, folder: string): Promise<void> {
  for (const key of await store.list(prefix)) {
    const file = join(folder, key);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, (await store.read(key))!);
  }
}
