import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Card, CardSchema, type Split, type SplitName } from '../datasets/card.ts';
import type { Case } from '../datasets/case.ts';
import { parseCaseLine } from '../datasets/case-line.ts';
import { InputError } from '../datasets/errors.ts';
import type { Judged } from '../datasets/judged.ts';
import { checkValue, parseJson } from '../datasets/parse-line.ts';
import { type Catalogue, CatalogueSchema } from '../datasets/rules/catalogue.ts';
import { type Taxonomy, TaxonomySchema } from '../datasets/taxonomy/taxonomy.ts';
import { type AnnotationIndex, readAnnotationIndex } from './annotation-index.ts';
import { type HashedLines, hashLines } from './hash-lines.ts';
import { type LabelIndex, readLabelIndex } from './label-index.ts';
import type { BlobStore } from './ports.ts';
import { quoteArgument } from './quote-argument.ts';
import { readJudged } from './read-judged.ts';

/** A data set in its folder: card, taxonomy and catalogue read; cases and labels to be streamed. */
export interface Dataset {
  card: Card;
  taxonomy: Taxonomy;
  catalogue: Catalogue;
  /** SHA-256 over the splits' case hashes: cases name their files by hash, so files are in it. */
  contentHash: string;
  /**
   * In the order of the file. @throws {InputError} on the first case that is wrong
   * @param skipped so many at the start are passed over unread
   */
  cases(split: SplitName, skipped?: number): AsyncGenerator<Case>;
  /** Checks the whole label file against the given case ids. @throws {InputError} */
  labels(split: SplitName, caseIds: ReadonlySet<string>): Promise<LabelIndex>;
  /** The ids of a split in the order of its file, after checking the file against the card. @throws {InputError} */
  caseIds(split: SplitName): Promise<string[]>;
  /** Findings that people judged and did not make labels of; none where the card names no file. @throws {InputError} */
  judged(split: SplitName, caseIds: ReadonlySet<string>): Promise<Judged[]>;
  /** Caseworkers' own labels, checked like the labels; null where the card names none. @throws {InputError} */
  annotations(split: SplitName, caseIds: ReadonlySet<string>): Promise<AnnotationIndex | null>;
}

/** The lists of a data set that has none of its own. */
async function loadBuiltInLists() {
  const [{ builtInTaxonomy }, { builtInCatalogue }] = await Promise.all([
    import('../datasets/taxonomy/built-in-taxonomy.ts'),
    import('../datasets/rules/built-in-catalogue.ts'),
  ]);
  return { builtInTaxonomy, builtInCatalogue };
}

/**
 * Opens the data set whose `card.json` lies in a store.
 * @throws {InputError} where the card, the taxonomy or the catalogue is missing or wrong
 */
export async function openDataset(store: BlobStore): Promise<Dataset> {
  // Long, and loaded while the card is read.
  const lists = loadBuiltInLists();
  const card = await readDocument(store, 'card.json', CardSchema);
  const taxonomy =
    card.taxonomy === undefined
      ? (await lists).builtInTaxonomy()
      : await readDocument(store, card.taxonomy, TaxonomySchema);
  const catalogue =
    card.catalogue === undefined
      ? (await lists).builtInCatalogue()
      : await readDocument(store, card.catalogue, CatalogueSchema);
  const splitOf = (name: SplitName): Split => {
    const split = card.splits[name];
    if (split !== undefined) return split;
    throw new InputError({
      file: store.describe('card.json'),
      field: 'splits',
      is: `no split "${name}"`,
      expected: Object.keys(card.splits).join(' or '),
      mend: 'Name one of these splits in the suite.',
    });
  };
  return {
    card,
    taxonomy,
    catalogue,
    contentHash: hashOf(
      Object.entries(card.splits)
        .map(([name, split]) => `${name} ${split.casesSha256}`)
        .sort(),
    ),
    cases: (name, skipped = 0) => readCases(store, splitOf(name).cases, skipped),
    async labels(name, caseIds) {
      const { labels, labelsSha256 } = splitOf(name);
      if (labels === undefined || labelsSha256 === undefined) throw withoutLabels(store, name);
      const index = await readLabelIndex(await linesOf(store, labels), {
        file: store.describe(labels),
        taxonomy,
        catalogue,
        caseIds,
        checkOutcome: true,
      });
      requireHash(store, labels, index.sha256, labelsSha256);
      return index;
    },
    async annotations(name, caseIds) {
      const { annotations, annotationsSha256 } = splitOf(name);
      if (annotations === undefined || annotationsSha256 === undefined) return null;
      const index = await readAnnotationIndex(await linesOf(store, annotations), {
        file: store.describe(annotations),
        taxonomy,
        catalogue,
        caseIds,
        checkOutcome: true,
      });
      requireHash(store, annotations, index.sha256, annotationsSha256);
      return index;
    },
    async judged(name, caseIds) {
      const { judged: key, judgedSha256 } = splitOf(name);
      if (key === undefined || judgedSha256 === undefined) return [];
      const file = store.describe(key);
      const { judged, sha256 } = await readJudged(await linesOf(store, key), { file, caseIds });
      requireHash(store, key, sha256, judgedSha256);
      return judged;
    },
    async caseIds(name) {
      const split = splitOf(name);
      const file = store.describe(split.cases);
      const lines = hashLines(await linesOf(store, split.cases));
      const ids: string[] = [];
      for await (const { caseId } of parseCases(lines, file)) ids.push(caseId);
      requireHash(store, split.cases, lines.read().sha256, split.casesSha256);
      if (ids.length === 0) throw new InputError({ file, is: 'no case', expected: 'at least one case' });
      return ids;
    },
  };
}

/** The labels of a split; null where its cases have none yet. @throws {InputError} */
export async function labelsOrNull(
  dataset: Dataset,
  split: SplitName,
  caseIds: ReadonlySet<string>,
): Promise<LabelIndex | null> {
  return dataset.card.splits[split]?.labels === undefined ? null : dataset.labels(split, caseIds);
}

/** Cases of a JSONL file, one at a time. @throws {InputError} naming file, line and field */
export async function* readCases(store: BlobStore, key: string, skipped = 0): AsyncGenerator<Case> {
  yield* parseCases(hashLines(await linesOf(store, key)), store.describe(key), skipped);
}

async function* parseCases(lines: HashedLines, file: string, skipped = 0): AsyncGenerator<Case> {
  const seen = new Map<string, number>();
  let passed = 0;
  for await (const { text, line } of lines) {
    if (passed < skipped) {
      passed += 1;
      continue;
    }
    const parsed = parseCaseLine(text, { file, line });
    addCaseId(seen, parsed.caseId, { file, line });
    yield parsed;
  }
}

/** @throws {InputError} where the file does not exist */
export async function linesOf(store: BlobStore, key: string): Promise<AsyncIterable<string>> {
  const lines = await store.readLines(key);
  if (lines === null) throw absent(store, key);
  return lines;
}

async function readDocument<Schema extends z.ZodType>(
  store: BlobStore,
  key: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const bytes = await store.read(key);
  if (bytes === null) throw absent(store, key);
  const file = store.describe(key);
  return checkValue(parseJson(new TextDecoder().decode(bytes), { file }), schema, { file });
}

function addCaseId(lines: Map<string, number>, caseId: string, place: { file: string; line: number }): void {
  const first = lines.get(caseId);
  if (first !== undefined) {
    throw new InputError({
      ...place,
      field: 'caseId',
      is: `"${caseId}" again (first on line ${first})`,
      expected: 'each case once',
      mend: 'Give the case an id of its own, or remove the repeat.',
    });
  }
  lines.set(caseId, place.line);
}

function withoutLabels(store: BlobStore, split: SplitName): InputError {
  return new InputError({
    file: store.describe('card.json'),
    field: `splits.${split}.labels`,
    is: 'no labels',
    expected: 'a file of labels, one a case',
    mend: `Cases that were taken in without labels are labelled by people first: \`npx maalestok labels export --dataset ${quoteArgument(store.describe('.'))} --split ${split} --annotator ID --out FILE.xlsx\`, then \`import\` and \`adjudicate\` (docs/labels.md).`,
  });
}

/** @throws {InputError} where a file is another than the card says */
export function requireHash(store: BlobStore, key: string, is: string, expected: string): void {
  if (is === expected) return;
  throw new InputError({
    file: store.describe(key),
    is: `content with SHA-256 ${is.slice(0, 12)}…`,
    expected: `${expected.slice(0, 12)}… as the card says`,
    mend: `Restore the file; or, if the change is meant, give the data set a new version in its card, and then \`npx maalestok dataset ${quoteArgument(store.describe('.'))} --write\`.`,
  });
}

function absent(store: BlobStore, key: string): InputError {
  return new InputError({
    file: store.describe(key),
    is: 'no such file',
    expected: 'a file that can be read',
  });
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
