import type { Card } from '../../../datasets/card.ts';
import { InputError } from '../../../datasets/errors.ts';
import { requireSound } from '../../../evals/dataset/check-dataset.ts';
import { openDataset } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { requireGate } from '../../../evals/require-gate.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { readLanguage } from '../read-options.ts';
import { checkFiles } from './check-files.ts';
import { describeDataset } from './describe-dataset.ts';
import { prepareVendorSet } from './vendor-set.ts';
import { writeZip, type ZipPart } from './write-zip.ts';

export interface PackOptions {
  out: string;
  /** False: without labels and all that comes from them. */
  labels: boolean;
  language: string;
  /** Without labels: the sealed split goes along all the same. */
  sealed?: boolean;
}

/** `maalestok dataset pack`: one archive of a data set that holds, the same bytes each time. */
export async function packDataset(folder: string, options: PackOptions): Promise<void> {
  const language = readLanguage(options.language);
  if (options.labels && options.sealed === true) {
    throw new InputError({
      field: '--sealed',
      is: 'the flag without --without-labels',
      expected: 'both, or neither: with its labels a data set is packed whole, its sealed split too',
      mend: 'Add --without-labels where the archive is for a vendor; else leave --sealed out.',
    });
  }
  const store = createFileStore(folder);
  await checkFiles(folder, {});
  const whole = await openDataset(store);
  await requireSound(whole);
  await requireGate(whole.card, store);
  const { dataset, cases } = options.labels
    ? { dataset: whole, cases: undefined }
    : await prepareVendorSet(whole, options);
  const { card } = dataset;
  const { markdown, croissant, files } = await describeDataset(dataset, store, language, options.labels);
  const parts = [
    text('card.json', options.labels ? await readText(store, 'card.json') : renderVendorCard(card)),
    text('CARD.md', markdown),
    text('croissant.json', croissant),
    ...[...namedFiles(card, options.labels), ...files].map((key) => {
      const written = cases?.get(key);
      return written === undefined ? blob(store, key) : { name: key, bytes: written };
    }),
  ];
  await writeZip(options.out, parts);
  const leftOut = whole.card.splits.sealed !== undefined && card.splits.sealed === undefined;
  process.stdout.write(
    `${options.out}: ${card.id} ${card.version}, ${parts.length} files${options.labels ? '' : ', without labels'}${leftOut ? '; the sealed split is left out (--sealed hands it on)' : ''}\n`,
  );
}

function namedFiles({ splits, taxonomy, catalogue, changes }: Card, withLabels: boolean): string[] {
  const ofSplits = Object.values(splits).flatMap((split) =>
    split === undefined
      ? []
      : withLabels
        ? [split.cases, split.labels, split.annotations, split.judged]
        : [split.cases],
  );
  const all = [taxonomy, catalogue, withLabels ? changes : undefined, ...ofSplits];
  return [...new Set(all.filter((key) => key !== undefined))];
}

/** The card less names and hashes of labels: a hash would let a guess at the labels be confirmed. */
function renderVendorCard(card: Card): string {
  const { id, version, titleDa, titleEn, synthetic, noticeDa, noticeEn, licence, taxonomy, catalogue } = card;
  const splits = Object.fromEntries(
    Object.entries(card.splits).map(([name, split]) => [
      name,
      { cases: split!.cases, count: split!.count, casesSha256: split!.casesSha256 },
    ]),
  );
  const vendorCard = {
    schema: 'maalestok.cases.v1',
    id,
    version,
    titleDa,
    titleEn,
    synthetic,
    noticeDa,
    noticeEn,
    licence,
    taxonomy,
    catalogue,
    splits,
  };
  return `${JSON.stringify(vendorCard, null, 2)}\n`;
}

function text(name: string, content: string): ZipPart {
  return { name, bytes: async () => new TextEncoder().encode(content) };
}

function blob(store: BlobStore, key: string): ZipPart {
  return {
    name: key,
    bytes: async () => {
      const bytes = await store.read(key);
      if (bytes !== null) return bytes;
      throw new InputError({
        file: store.describe(key),
        is: 'no such file',
        expected: 'a file that the data set names',
      });
    },
  };
}

async function readText(store: BlobStore, key: string): Promise<string> {
  return new TextDecoder().decode((await store.read(key))!);
}
