import { type Card, type SplitName, SplitNameSchema } from '../../../datasets/card.ts';
import { drawSplits, type SplitUnit } from '../../../datasets/draw-splits.ts';
import { InputError } from '../../../datasets/errors.ts';
import { nextVersion } from '../../../datasets/next-version.ts';
import { parseJson } from '../../../datasets/parse-line.ts';
import { groupOfCode } from '../../../datasets/taxonomy/taxonomy.ts';
import { type Dataset, labelsOrNull, linesOf, openDataset } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { withDatasetLock } from '../../intake/with-dataset-lock.ts';
import { flagError } from '../read-options.ts';
import { checkFiles } from './check-files.ts';
import { describeDataset } from './describe-dataset.ts';

export interface SplitOptions {
  shares: string;
  seed: string;
  out: string;
  newVersion?: string;
}

type Shares = Partial<Record<SplitName, number>>;

/**
 * `maalestok dataset split`: all cases of a data set dealt anew to splits, stratified by case type and defect group,
 * families together, into a new folder. The same seed deals the same.
 */
export async function splitDataset(folder: string, options: SplitOptions): Promise<void> {
  const shares = readShares(options.shares);
  await withDatasetLock(options.out, () => dealInto(folder, shares, options));
}

async function dealInto(folder: string, shares: Shares, options: SplitOptions): Promise<void> {
  const from = createFileStore(folder);
  const to = createFileStore(options.out);
  const dataset = await openDataset(from);
  requireAlike(dataset.card, from);
  if ((await to.read('card.json')) !== null) {
    throw new InputError({
      file: to.describe('card.json'),
      field: '--out',
      is: 'a data set',
      expected: 'a folder without one',
    });
  }
  const { units, familyOf } = await readUnits(dataset);
  const drawn = drawSplits(units, shares as Record<SplitName, number>, options.seed);
  const splitOf = (caseId: string) => drawn.get(familyOf(caseId));
  const names = Object.keys(shares) as SplitName[];
  for (const name of names) {
    if ([...drawn.values()].includes(name)) continue;
    throw new InputError({
      field: '--shares',
      is: `no case for "${name}"`,
      expected: 'a share that is at least one case',
      mend: `There are ${units.length} families to deal: name fewer splits, or larger shares.`,
    });
  }
  await writeSplits(dataset, from, to, names, splitOf, options);
  await checkFiles(options.out, { write: true });
}

/** @throws {InputError} where some splits have labels and some none: a new split could then have labels for some cases */
function requireAlike({ splits }: Card, store: BlobStore): void {
  const without = Object.entries(splits).filter(([, split]) => split?.labels === undefined);
  if (without.length === 0 || without.length === Object.keys(splits).length) return;
  throw new InputError({
    file: store.describe('card.json'),
    field: `splits.${without[0]![0]}.labels`,
    is: 'no labels, though other splits have some',
    expected: 'labels in all splits, or in none',
    mend: 'Deal the cases before they are labelled, or label the other splits first.',
  });
}

/** `practice=20,test=80`. @throws {InputError} */
function readShares(text: string): Shares {
  const shares: Shares = {};
  for (const part of text.split(',')) {
    const [name, share] = part.split('=').map((each) => each.trim());
    const split = SplitNameSchema.safeParse(name);
    if (
      !split.success ||
      share === undefined ||
      !/^\d{1,6}(?:\.\d{1,6})?$/u.test(share) ||
      Number(share) === 0
    ) {
      throw flagError('--shares', text, 'shares of splits, like practice=20,validation=20,test=60');
    }
    shares[split.data] = Number(share);
  }
  return shares;
}

async function readUnits(
  dataset: Dataset,
): Promise<{ units: SplitUnit[]; familyOf: (caseId: string) => string }> {
  const families = new Map<string, string>();
  const units = new Map<string, { cases: number; strata: Set<string> }>();
  for (const split of Object.keys(dataset.card.splits) as SplitName[]) {
    const labels = await labelsOrNull(dataset, split, new Set(await dataset.caseIds(split)));
    for (const [caseId, family] of labels?.families ?? []) families.set(caseId, family);
    for await (const { caseId, caseType } of dataset.cases(split)) {
      const family = families.get(caseId) ?? caseId;
      const unit = units.get(family) ?? { cases: 0, strata: new Set<string>() };
      unit.cases += 1;
      unit.strata.add(`type ${caseType}`);
      for (const { code, role } of labels?.get(caseId).defects ?? []) {
        if (role === 'required') unit.strata.add(`group ${groupOfCode(dataset.taxonomy, code) ?? 'none'}`);
      }
      units.set(family, unit);
    }
  }
  return {
    units: [...units].map(([id, unit]) => ({ id, ...unit })),
    familyOf: (caseId) => families.get(caseId) ?? caseId,
  };
}

/** Lines go as they are from the old files to the new; the card comes last. */
async function writeSplits(
  dataset: Dataset,
  from: BlobStore,
  to: BlobStore,
  names: readonly SplitName[],
  splitOf: (caseId: string) => SplitName | undefined,
  options: SplitOptions,
): Promise<void> {
  const { card } = dataset;
  const old = Object.values(card.splits).filter((split) => split !== undefined);
  const { files } = await describeDataset(dataset, from, 'da', true);
  for (const key of [card.taxonomy, card.catalogue, card.changes, ...files]) {
    if (key !== undefined) await to.write(key, await requireBytes(from, key));
  }
  const splits: Record<string, object> = {};
  for (const name of names) {
    const pick = (keys: readonly string[]) => pickLines(from, keys, (caseId) => splitOf(caseId) === name);
    const entry: Record<string, unknown> = { cases: `${name}.cases.jsonl` };
    await to.write(`${name}.cases.jsonl`, pick(old.map(({ cases }) => cases)));
    const labels = old.flatMap((split) => (split.labels === undefined ? [] : [split.labels]));
    if (labels.length > 0) {
      await to.write(`${name}.labels.jsonl`, pick(labels));
      entry.labels = `${name}.labels.jsonl`;
    }
    const annotations = old.flatMap((split) => (split.annotations === undefined ? [] : [split.annotations]));
    if (await hasLine(pick(annotations))) {
      await to.write(`${name}.annotations.jsonl`, pick(annotations));
      entry.annotations = `${name}.annotations.jsonl`;
    }
    const judged = old.flatMap((split) => (split.judged === undefined ? [] : [split.judged]));
    if (await hasLine(pick(judged))) {
      await to.write(`${name}.judged.jsonl`, pick(judged));
      entry.judged = `${name}.judged.jsonl`;
    }
    splits[name] = entry;
  }
  const version = options.newVersion ?? nextVersion(card.version) ?? `${card.version}-${options.seed}`;
  const raw = parseJson(new TextDecoder().decode((await from.read('card.json'))!), {}) as object;
  await to.write('card.json', `${JSON.stringify({ ...raw, version, splits }, null, 2)}\n`);
}

async function* pickLines(
  from: BlobStore,
  keys: readonly string[],
  wanted: (caseId: string) => boolean,
): AsyncGenerator<string> {
  for (const key of keys) {
    for await (const line of await linesOf(from, key)) {
      if (line === '') continue;
      const { caseId } = parseJson(line, { file: from.describe(key) }) as { caseId: string };
      if (wanted(caseId)) yield `${line}\n`;
    }
  }
}

async function hasLine(lines: AsyncGenerator<string>): Promise<boolean> {
  for await (const _ of lines) return true;
  return false;
}

async function requireBytes(store: BlobStore, key: string): Promise<Uint8Array> {
  const bytes = await store.read(key);
  if (bytes !== null) return bytes;
  throw new InputError({
    file: store.describe(key),
    is: 'no such file',
    expected: 'a file that the data set names',
  });
}
