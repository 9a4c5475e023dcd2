import { readdir } from 'node:fs/promises';
import type { Card } from '../../datasets/card.ts';
import { excerpt, InputError } from '../../datasets/errors.ts';
import { openDataset } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { withDatasetLock } from '../intake/with-dataset-lock.ts';
import { checkFiles } from './dataset/check-files.ts';
import { openKey, writePrivate } from './pseudonymise/open-key.ts';
import {
  composePseudonymisedCard,
  type PseudonymiseResult,
  pseudonymiseDataset,
  type RemarkedPlace,
} from './pseudonymise/pseudonymise-dataset.ts';

export interface PseudonymiseOptions {
  key: string;
  out: string;
  /** Writes who is behind each alias, beside the key. */
  table?: boolean;
  sameAcrossCases?: boolean;
}

/**
 * `maalestok pseudonymise`: a copy of a data set with aliases. The same key and input make the same bytes. The copy's card
 * gets what the gate says of it.
 */
export async function pseudonymise(path: string, options: PseudonymiseOptions): Promise<void> {
  await refuseUsed(options.out);
  await withDatasetLock(options.out, () => writeCopy(path, options));
}

async function writeCopy(path: string, options: PseudonymiseOptions): Promise<void> {
  const { out, key: keyFile, table = false, sameAcrossCases = false } = options;
  const from = createFileStore(path);
  const source = await openDataset(from);
  const { key, made } = await openKey(keyFile, [path, out]);
  if (made)
    process.stdout.write(`A new key was made: ${keyFile}. Keep it; without it no second copy is the same.\n`);
  const to = createFileStore(out);
  const rows = new Set<string>();
  const done = await pseudonymiseDataset({
    from,
    to,
    dataset: source,
    key,
    acrossCases: sameAcrossCases,
    ...(table ? { onReplace: (scope, each) => rows.add(JSON.stringify({ case: scope, ...each })) } : {}),
  });
  for (const name of [source.card.taxonomy, source.card.catalogue])
    if (name !== undefined) await copy(from, to, name);
  await to.write('card.json', `${JSON.stringify(composePseudonymisedCard(source.card), null, 2)}\n`);
  if (table)
    await writePrivate(
      `${keyFile}.table.jsonl`,
      [...rows]
        .sort()
        .map((row) => `${row}\n`)
        .join(''),
      'w',
    );
  await checkFiles(out, { write: true });
  process.stdout.write(
    `${done.cases} cases pseudonymised. ${done.files} files left out; dates unmoved in ${done.unmoved} cases\n${remarks(done)}${leftOut(source.card)}`,
  );
}

const mostShown = 100;

/** What somebody should look at, a line each with its places; empty: nothing. */
function remarks({ timesLeft, doubtful, places }: PseudonymiseResult): string {
  const lines = [
    ...(doubtful === 0
      ? []
      : [
          `${doubtful} words were replaced that are names in their case and common words too (such as "Skov")`,
        ]),
    ...(timesLeft === 0
      ? []
      : [
          `${timesLeft} places name a time that could not be moved (such as "september 2024"); they may give the shift away`,
        ]),
    ...places.slice(0, mostShown).map(describePlace),
    ...(doubtful + timesLeft > mostShown ? [`… and ${doubtful + timesLeft - mostShown} more`] : []),
  ];
  return lines.map((each) => `${each}\n`).join('');
}

/** As the gate names a finding: `file:line (field)  kind  masked`. */
function describePlace({ file, line, field, sort, excerpt: masked }: RemarkedPlace): string {
  return `  ${file}:${line} (${excerpt(field, 80)})  ${sort === 'time' ? 'time left' : 'word replaced'}  ${masked}`;
}

/** What people wrote beside the labels is not copied, and nobody shall look for it in vain. */
function leftOut({ changes, splits }: Card): string {
  const names = [
    ...(changes === undefined ? [] : ['the change log']),
    ...(Object.values(splits).some(({ judged }) => judged !== undefined) ? ['the judged findings'] : []),
  ];
  return names.length === 0 ? '' : `Not copied, since reasons are free text: ${names.join(' and ')}\n`;
}

async function refuseUsed(out: string): Promise<void> {
  const names = await readdir(out).catch(() => []);
  if (names.length === 0) return;
  throw new InputError({
    field: '--out',
    file: out,
    is: 'a folder that holds something',
    expected: 'a new or empty folder',
  });
}

async function copy(from: BlobStore, to: BlobStore, key: string): Promise<void> {
  const bytes = await from.read(key);
  if (bytes !== null) await to.write(key, bytes);
}
