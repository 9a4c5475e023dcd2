import { createHash } from 'node:crypto';
import type { Card, SplitName } from '../../datasets/card.ts';
import { parseCaseLine } from '../../datasets/case-line.ts';
import type { Change } from '../../datasets/change.ts';
import { InputError } from '../../datasets/errors.ts';
import type { Label } from '../../datasets/label.ts';
import { parseJson } from '../../datasets/parse-line.ts';
import { hashLines, readLineHash } from '../hash-lines.ts';
import { type Dataset, linesOf, readCases } from '../open-dataset.ts';
import type { BlobStore } from '../ports.ts';
import { noticeOfLabels } from './notice-of-labels.ts';

export interface NewVersion {
  version: string;
  labelVersion: string;
  split: SplitName;
  /** The labels that changed, by case; all of them, where the split had none. */
  labels: ReadonlyMap<string, Label>;
  /** Cases of the split that this version does not have. */
  leftOut: ReadonlySet<string>;
  changes: readonly Change[];
  /** All judged findings of the split, as lines; absent: they stay as they are. */
  judged?: string;
}

/** The file of changes, where the card names none yet. */
const changesKey = 'changes.jsonl';

/**
 * Writes a data set's next version into an empty place: all files that the card names and its cases' files, the
 * changed labels of one split, the change log with the new changes at its end. The card comes last: a place without
 * one is no data set.
 * @throws {InputError} where a data set stands there already
 */
export async function writeVersion(
  { card }: Dataset,
  from: BlobStore,
  to: BlobStore,
  next: NewVersion,
): Promise<void> {
  await requireEmpty(to);
  const { cases, labels = `${next.split}.labels.jsonl` } = card.splits[next.split]!;
  const copied = [
    card.taxonomy,
    card.catalogue,
    ...Object.values(card.splits).flatMap((split) => [
      split?.cases,
      split?.labels,
      split?.annotations,
      split?.judged,
    ]),
  ];
  for (const key of new Set(copied)) {
    if (key === undefined || key === labels || (key === cases && next.leftOut.size > 0)) continue;
    await copyFile(from, to, key);
  }
  for (const hash of await filesOf(card, from, next)) await copyFile(from, to, `files/${hash}`);
  await writeNext(card, from, to, next, {
    cases,
    labels,
    judged: card.splits[next.split]!.judged ?? `${next.split}.judged.jsonl`,
    changes: card.changes ?? changesKey,
  });
}

/**
 * Makes the next version where the data set stands. The old labels and the old card stay beside it under their own
 * names (`card.1.0.0.json`): what was measured on them can be looked up. One rename, the card's, changes the version.
 */
export async function writeVersionInPlace(
  dataset: Dataset,
  store: BlobStore,
  next: NewVersion,
): Promise<void> {
  const { card } = dataset;
  const old = await store.read('card.json');
  await store.write(`card.${fileSafe(card.version)}.json`, old!);
  const own = (name: string) => `${name}.${fileSafe(next.version)}.jsonl`;
  const cases = next.leftOut.size > 0 ? own(`${next.split}.cases`) : card.splits[next.split]!.cases;
  const keys = {
    cases,
    labels: own(`${next.split}.labels`),
    judged: own(`${next.split}.judged`),
    changes: own('changes'),
  };
  await writeNext(card, store, store, next, keys);
}

async function writeNext(
  card: Card,
  from: BlobStore,
  to: BlobStore,
  next: NewVersion,
  keys: { cases: string; labels: string; judged: string; changes: string },
): Promise<void> {
  const split = card.splits[next.split]!;
  const labels = split.labels === undefined ? firstLabels(next) : await renewLabels(from, split.labels, next);
  const changes = await appendChanges(card, from, next.changes);
  const cases = next.leftOut.size > 0 ? await keepCases(from, to, split.cases, keys.cases, next) : {};
  await to.write(keys.labels, labels);
  const judged =
    next.judged === undefined || next.judged === ''
      ? {}
      : { judged: keys.judged, judgedSha256: sha256(next.judged) };
  if (next.judged !== undefined && next.judged !== '') await to.write(keys.judged, next.judged);
  // Where the last one was withdrawn, no file is named.
  const { judged: _, judgedSha256: __, ...rest } = split;
  const base = next.judged === '' ? rest : split;
  await to.write(keys.changes, changes);
  const renewed = {
    ...(await readRawCard(from)),
    ...(split.labels === undefined ? noticeOfLabels(card, onlyWithout(card, next.split)) : {}),
    version: next.version,
    labelVersion: next.labelVersion,
    changes: keys.changes,
    splits: {
      ...card.splits,
      [next.split]: { ...base, ...judged, ...cases, labels: keys.labels, labelsSha256: sha256(labels) },
    },
  };
  await to.write('card.json', `${JSON.stringify(renewed, null, 2)}\n`);
}

/** Whether all other splits have labels. */
function onlyWithout({ splits }: Card, split: SplitName): boolean {
  return Object.entries(splits).every(([name, each]) => name === split || each.labels !== undefined);
}

/** In the order of the cases. */
function firstLabels({ labels, labelVersion }: NewVersion): string {
  return [...labels.values()].map((label) => `${JSON.stringify({ ...label, labelVersion })}\n`).join('');
}

/** Writes the cases that stay, line by line as they are; what the card then says of them. */
async function keepCases(
  from: BlobStore,
  to: BlobStore,
  oldKey: string,
  key: string,
  { leftOut }: NewVersion,
): Promise<{ cases: string; count: number; casesSha256: string }> {
  async function* kept(): AsyncGenerator<string> {
    for await (const { text, line } of hashLines(await linesOf(from, oldKey))) {
      const { caseId } = parseCaseLine(text, { file: from.describe(oldKey), line });
      if (!leftOut.has(caseId)) yield `${text}\n`;
    }
  }
  await to.write(key, kept());
  const { count, sha256: casesSha256 } = await readLineHash(await linesOf(to, key));
  return { cases: key, count, casesSha256 };
}

/** Fields that no schema names stay: labels are changed, not rewritten. */
async function renewLabels(from: BlobStore, key: string, next: NewVersion): Promise<string> {
  const lines: string[] = [];
  for await (const line of await linesOf(from, key)) {
    if (line === '') continue;
    const raw = parseJson(line, { file: from.describe(key) }) as Label;
    const changed = next.labels.get(raw.caseId);
    const { labelVersion } = next;
    const label =
      changed === undefined
        ? { ...raw, labelVersion }
        : {
            ...raw,
            labelVersion,
            outcome: changed.outcome,
            provenance: changed.provenance,
            defects: changed.defects,
          };
    lines.push(`${JSON.stringify(label)}\n`);
  }
  return lines.join('');
}

async function appendChanges(card: Card, from: BlobStore, changes: readonly Change[]): Promise<string> {
  const earlier: string[] = [];
  if (card.changes !== undefined) {
    for await (const line of await linesOf(from, card.changes)) if (line !== '') earlier.push(`${line}\n`);
  }
  return [...earlier, ...changes.map((change) => `${JSON.stringify(change)}\n`)].join('');
}

async function readRawCard(from: BlobStore): Promise<object> {
  const bytes = await from.read('card.json');
  return parseJson(new TextDecoder().decode(bytes!), { file: from.describe('card.json') }) as object;
}

async function requireEmpty(to: BlobStore): Promise<void> {
  if ((await to.read('card.json')) === null) return;
  throw new InputError({
    file: to.describe('card.json'),
    field: '--out',
    is: 'a data set',
    expected: 'a folder without one',
    mend: 'Name a new folder: each version has its own.',
  });
}

async function filesOf(card: Card, from: BlobStore, next: NewVersion): Promise<Set<string>> {
  const hashes = new Set<string>();
  for (const [name, split] of Object.entries(card.splits)) {
    if (split === undefined) continue;
    for await (const { caseId, files } of readCases(from, split.cases)) {
      if (name === next.split && next.leftOut.has(caseId)) continue;
      for (const { sha256: hash } of files) hashes.add(hash);
    }
  }
  return hashes;
}

/** Lines are streamed: cases may be many. */
async function copyFile(from: BlobStore, to: BlobStore, key: string): Promise<void> {
  if (key.endsWith('.jsonl')) return to.write(key, withEnds(await linesOf(from, key)));
  const bytes = await from.read(key);
  if (bytes !== null) return to.write(key, bytes);
  throw new InputError({
    file: from.describe(key),
    is: 'no such file',
    expected: 'a file that the data set names',
  });
}

async function* withEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

function fileSafe(version: string): string {
  return version.replace(/[^\p{L}\p{N}._-]/gu, '-').slice(0, 40);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
