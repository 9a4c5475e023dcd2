import { resolve } from 'node:path';
import type { Card, SplitName } from '../../../datasets/card.ts';
import { DateSchema } from '../../../datasets/case.ts';
import type { Change } from '../../../datasets/change.ts';
import { InputError } from '../../../datasets/errors.ts';
import { nextVersion } from '../../../datasets/next-version.ts';
import type { LabelChanges } from '../../../evals/labelling/import-corrections.ts';
import { renewJudged } from '../../../evals/labelling/judgements.ts';
import { writeSplitFile } from '../../../evals/labelling/write-split-file.ts';
import {
  type NewVersion,
  writeVersion,
  writeVersionInPlace,
} from '../../../evals/labelling/write-version.ts';
import type { Dataset } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { quoteArgument } from '../../../evals/quote-argument.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { createSystemClock } from '../../adapters/system-clock.ts';
import { withDatasetLock } from '../../intake/with-dataset-lock.ts';
import { flagError } from '../read-options.ts';

/** How a new version of a data set is made. */
export interface VersionOptions {
  out?: string;
  inPlace?: boolean;
  newVersion?: string;
  newLabelVersion?: string;
  /** ISO date of the change log; absent: today. */
  date?: string;
}

export interface NextVersionInput {
  dataset: Dataset;
  store: BlobStore;
  split: SplitName;
  by: string;
  kind: 'correction' | 'adjudication' | 'pool';
  changed: LabelChanges;
  options: VersionOptions & { dataset: string };
}

/** Writes the version that changed labels make, and says what it holds. Without a change nothing is written. */
export async function writeNextVersion(input: NextVersionInput): Promise<void> {
  const { dataset, store, split, changed, options } = input;
  const judged = await composeJudged(input);
  if (changed.changes.length === 0) {
    if (judged !== undefined) await writeSplitFile(store, split, 'judged', judged);
    process.stdout.write(
      `No label changed: no new version is made.\n${judged === undefined ? '' : describeJudged(input, options.dataset) + sayGate(options.dataset, dataset.card)}`,
    );
    return;
  }
  const next = { ...composeVersion(input), ...(judged === undefined ? {} : { judged }) };
  if (options.inPlace === true) await writeVersionInPlace(dataset, store, next);
  else {
    const out = options.out!;
    await withDatasetLock(out, () => writeVersion(dataset, store, createFileStore(out), next));
  }
  const folder = options.inPlace === true ? options.dataset : options.out!;
  const { card } = dataset;
  const name = `${folder}: ${card.id} ${next.version} (labels ${next.labelVersion}), `;
  const first = card.splits[split]!.labels === undefined;
  process.stdout.write(
    first
      ? `${name}first labels of ${split}: ${describeFirst(next)}\n${sayGate(folder, card)}`
      : `${name}${changed.changes.length} changes in ${changed.labels.size} cases of ${split}\n` +
          `${describeJudged(input, folder)}${sayGate(folder, card)}` +
          `Then score stored runs again: npx maalestok score RUN … --dataset ${quoteArgument(folder)}\n`,
  );
}

/** The judged findings of the split as they will be; undefined where nothing was judged. */
async function composeJudged(input: NextVersionInput): Promise<string | undefined> {
  const { dataset, split, by, changed, options } = input;
  const judgements = changed.judgements ?? [];
  if (judgements.length === 0) return undefined;
  const { version } = dataset.card;
  return renewJudged(dataset, split, judgements, { by, date: readDate(options.date), version });
}

function describeJudged({ changed }: NextVersionInput, folder: string): string {
  const count = (changed.judgements ?? []).filter(({ decision }) => decision !== 'accepted').length;
  return count === 0
    ? ''
    : `${count} findings that are no defect of their own are remembered in ${folder}: the next pool does not ask again.\n`;
}

/** What was written is new to the gate: until it has passed, the data set is not run or scored. */
function sayGate(folder: string, { synthetic }: Card): string {
  const gate = `npx maalestok gate ${quoteArgument(folder)}`;
  const madeUp = `  or, where all it names is made up, what was written now too: ${gate} --made-up WHO --why TEXT\n`;
  return `Run the gate next: ${gate} --write\n${synthetic ? madeUp : ''}`;
}

/** How many cases were settled in which way. */
function describeFirst({ changes, labels, leftOut }: NewVersion): string {
  const concluded = (via: Change['via']) =>
    changes.filter((change) => change.kind === 'outcome' && change.via === via).length;
  const single = concluded('singleReading');
  return [
    `${labels.size} cases (${concluded('agreement')} as all agree, ${concluded('adjudication')} as decided`,
    single === 0 ? '' : `, ${single} as one caseworker alone says`,
    ')',
    leftOut.size === 0 ? '' : `; ${leftOut.size} left out, since nobody labelled them`,
  ].join('');
}

/** @throws {InputError} where nothing says where the new version goes */
export function requirePlace({ out, inPlace, dataset }: VersionOptions & { dataset: string }): void {
  const both = out !== undefined && inPlace === true;
  if ((out !== undefined) !== (inPlace === true) && (out === undefined || resolve(out) !== resolve(dataset)))
    return;
  throw new InputError({
    field: '--out',
    is: both
      ? '--out and --in-place'
      : out === undefined
        ? 'neither --out nor --in-place'
        : 'the folder of the data set itself',
    expected: '--out FOLDER, a new folder for the new version, or --in-place',
    mend: 'The old version stays where it is, unless --in-place is given.',
  });
}

function composeVersion({ dataset, split, by, kind, changed, options }: NextVersionInput): NewVersion {
  requirePlace(options);
  const { card } = dataset;
  const version = requireNew(options.newVersion, card.version, '--new-version');
  const labelVersion = requireNew(options.newLabelVersion, card.labelVersion, '--new-label-version');
  const head: Omit<Change, 'caseId' | 'kind' | 'why'> = {
    schema: 'maalestok.change.v1',
    version,
    from: card.version,
    labelVersion,
    date: readDate(options.date),
    by,
    via: kind === 'pool' ? 'pooling' : kind,
    split,
  };
  return {
    version,
    labelVersion,
    split,
    labels: changed.labels,
    leftOut: changed.leftOut ?? new Set(),
    changes: changed.changes.map((change) => ({ ...head, ...change })),
  };
}

function requireNew(given: string | undefined, old: string, flag: string): string {
  const next = given ?? nextVersion(old);
  if (next !== null && next !== '' && next !== old) return next;
  throw new InputError({
    field: flag,
    is: given === undefined ? `nothing, and "${old}" counts in no way that is known` : `"${given}"`,
    expected: `a version other than "${old}"`,
  });
}

function readDate(date: string | undefined): string {
  if (date === undefined) return createSystemClock().now().slice(0, 10);
  if (DateSchema.safeParse(date).success) return date;
  throw flagError('--date', date, 'a date like 2024-09-12');
}
