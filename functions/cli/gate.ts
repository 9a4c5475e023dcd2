import { stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { z } from 'zod';
import { InputError } from '../../datasets/errors.ts';
import type { PrivacyFinding } from '../../datasets/privacy/finding.ts';
import { type FindingKind, findingKinds } from '../../datasets/privacy/finding-kind.ts';
import type { FoundValue } from '../../datasets/privacy/gate-text.ts';
import { type MadeUp, MadeUpSchema } from '../../datasets/privacy/privacy-card.ts';
import type { RunRecord } from '../../evals/artifacts.ts';
import { quoteArgument } from '../../evals/quote-argument.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { withDatasetLock } from '../intake/with-dataset-lock.ts';
import { readRunRecord } from '../run/run-plan.ts';
import { describeVoidMadeUp } from './gate/describe-void-made-up.ts';
import {
  type GateOptions as DatasetGateOptions,
  gateDataset,
  type SignOffRequest,
} from './gate/gate-dataset.ts';
import { gateFolder } from './gate/gate-folder.ts';
import { judgeRun } from './gate/gate-run.ts';
import { renderFindings } from './gate/render-findings.ts';
import { type GatedKind, sayNext } from './gate/say-next.ts';
import { scanFile } from './gate/scan-file.ts';
import { flagError } from './read-options.ts';

export interface GateOptions {
  json?: boolean;
  write?: boolean;
  signOff?: string;
  why?: string;
  kind?: string[];
  madeUp?: string;
}

/** `maalestok gate`: exit 1 where a finding is open; 2, like everywhere, where the path or a flag is wrong. */
export async function gate(path: string, options: GateOptions): Promise<void> {
  const request = options.madeUp === undefined ? { signOff: readSignOff(options) } : readMadeUp(options);
  const { kind, findings } = await findingsOf(path, options, request);
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ findings }, null, 2)}\n`
      : `${renderFindings(findings)}${await sayNext(kind, path, findings)}`,
  );
  if (findings.some(({ signedOff }) => signedOff !== true)) process.exitCode = 1;
}

async function findingsOf(
  path: string,
  { write }: GateOptions,
  request: Pick<DatasetGateOptions, 'signOff' | 'madeUp'>,
): Promise<{ kind: GatedKind; findings: PrivacyFinding[] }> {
  const asked = request.signOff !== undefined || request.madeUp !== undefined;
  const kind = await kindOf(path);
  if (kind === 'dataset') {
    const store = createFileStore(path);
    const gateIt = (writes: boolean) => gateDataset(store, { write: writes, ...request });
    const done =
      write === true || asked ? await withDatasetLock(path, () => gateIt(true)) : await gateIt(false);
    if (done.voidMadeUp !== undefined && done.open > 0)
      process.stderr.write(describeVoidMadeUp(path, done.voidMadeUp));
    return { kind, findings: done.findings };
  }
  if (write === true || asked) {
    const run = kind === 'folder' ? await readRunRecord(createFileStore(path)) : null;
    throw new InputError({
      file: path,
      is: 'no data set (card.json is not there)',
      expected: 'a data set to write to',
      ...(run === null ? {} : { mend: mendInDataset(path, run) }),
    });
  }
  if (kind === 'file') {
    const found = await collect(scanFile(createFileStore(dirname(path)), basename(path)));
    return { kind, findings: found.map(({ finding }) => finding) };
  }
  const store = createFileStore(path);
  const found = await collect(gateFolder(store, path));
  const record = await readRunRecord(store);
  return record === null
    ? { kind, findings: found.map(({ finding }) => finding) }
    : { kind: 'run', findings: await judgeRun(record, path, found) };
}

/** What a run may hold is signed off where it comes from: the gate of the run knows it by its value. */
function mendInDataset(path: string, { datasetFolder }: RunRecord): string {
  const folder = relative('.', resolve(path, datasetFolder)) || '.';
  return `Sign off in the run's data set: npx maalestok gate ${quoteArgument(folder)} --sign-off WHO --why TEXT. What only a model says is mended or left out before the run is published.`;
}

async function kindOf(path: string): Promise<'dataset' | 'folder' | 'file'> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new InputError({
      file: path,
      is: 'no such file or folder',
      expected: 'what the gate is to look at',
    });
  }
  if (!found.isDirectory()) return 'file';
  return (await createFileStore(path).read('card.json')) === null ? 'folder' : 'dataset';
}

async function collect(found: AsyncIterable<FoundValue>): Promise<FoundValue[]> {
  const list: FoundValue[] = [];
  for await (const each of found) list.push(each);
  return list;
}

/** @throws {InputError} */
function readMadeUp({ madeUp = '', signOff, why, kind }: GateOptions): { madeUp: MadeUp } {
  if (signOff !== undefined || kind !== undefined) {
    throw new InputError({
      field: '--made-up',
      is: 'given beside --sign-off or --kind',
      expected: 'one of them',
    });
  }
  const checked = MadeUpSchema.safeParse({ by: madeUp, why, date: createSystemClock().now().slice(0, 10) });
  if (checked.success) return { madeUp: checked.data };
  throw new InputError({
    field: '--made-up',
    is: 'no answerable word',
    expected: 'who says it, and --why with a reason of 10 characters or more',
  });
}

/** @throws {InputError} */
function readSignOff({ signOff, why, kind }: GateOptions): SignOffRequest | undefined {
  if (signOff === undefined) {
    if (why === undefined && kind === undefined) return undefined;
    throw new InputError({
      field: '--sign-off',
      is: 'nothing',
      expected: 'who signs, beside --why and --kind',
    });
  }
  if (why === undefined || why.trim().length < 10) {
    throw new InputError({ field: '--why', is: 'no reason', expected: 'a reason of 10 characters or more' });
  }
  if (signOff.trim() === '') throw flagError('--sign-off', signOff, 'who signs: a role or a name');
  const date = createSystemClock().now().slice(0, 10);
  return {
    by: signOff.trim(),
    why: why.trim(),
    date,
    kinds: kind === undefined ? undefined : readKinds(kind),
  };
}

function readKinds(kinds: readonly string[]): ReadonlySet<FindingKind> {
  const known = z.enum(findingKinds);
  return new Set(
    kinds.map((kind) => {
      const parsed = known.safeParse(kind);
      if (parsed.success) return parsed.data;
      throw flagError('--kind', kind, findingKinds.join(', '));
    }),
  );
}
