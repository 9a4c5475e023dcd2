import type { Card, SplitName } from '../../datasets/card.ts';
import { InputError } from '../../datasets/errors.ts';
import { injectionPrefix, type Label, LabelSchema } from '../../datasets/label.ts';
import { attacks } from '../../datasets/transforms/attacks.ts';
import { drawFamilies } from '../../datasets/transforms/draw-families.ts';
import { makeVariants } from '../../datasets/transforms/make-variants.ts';
import type { Transformation } from '../../datasets/transforms/transformation.ts';
import { defaultTransformations, findTransformation } from '../../datasets/transforms/transformations.ts';
import { composeVariantsCard } from '../../datasets/transforms/variants-card.ts';
import type { LabelledCase } from '../../evals/baselines/labelled-case.ts';
import { type Dataset, openDataset } from '../../evals/open-dataset.ts';
import { requireGate } from '../../evals/require-gate.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { withDatasetLock } from '../intake/with-dataset-lock.ts';
import { checkFiles } from './dataset/check-files.ts';
import type { SignOffRequest } from './gate/gate-dataset.ts';
import { flagError, readCount, readSplit } from './read-options.ts';
import { writeVariants } from './write-variants.ts';

export interface VariantsOptions {
  dataset: string;
  out: string;
  split: string;
  cases?: string;
  transform?: string;
  attacks: string;
  seed: string;
  /** Only cases whose label says that it was made so. */
  provenance?: string;
}

/**
 * `maalestok variants`: a data set of cases and their changed copies. The same command makes the same bytes.
 * The practice split goes along unchanged, for the models that learn from it.
 */
export async function variants(options: VariantsOptions): Promise<void> {
  const split = readSplit(options.split);
  const count =
    options.cases === undefined ? Number.POSITIVE_INFINITY : readCount('--cases', options.cases, 1);
  const attacksPerCase = readCount('--attacks', options.attacks, 0);
  if (attacksPerCase > attacks.length) {
    throw flagError('--attacks', options.attacks, `at most ${attacks.length}: so many there are`);
  }
  const transformations = readTransformations(options.transform);
  const from = createFileStore(options.dataset);
  const source = await openDataset(from);
  await requireGate(source.card, from);
  const provenance = readProvenance(options.provenance);
  const { all: whole, families } = await readSplitCases(source, split);
  const all = whole.filter(({ label }) => provenance === undefined || label.provenance === provenance);
  const drawn = drawFamilies(all, families, count, options.seed);
  const made = makeVariants({
    // Of a variant no variants are made: what it was made from may stand beside it.
    originals: drawn.filter(({ label }) => label.transformOf === undefined),
    transformations,
    attacksPerCase,
    seed: options.seed,
    taken: new Set([...(await practiceIds(source, split)), ...all.map(({ case: { caseId } }) => caseId)]),
  });
  if (made.length === 0) {
    throw new InputError({
      file: options.dataset,
      is: 'no case in which these changes change anything',
      expected: 'at least one variant',
      mend: 'Name other transformations, or more cases.',
    });
  }
  const card = composeVariantsCard({
    source: source.card,
    split,
    originals: drawn.length,
    variants: made.length,
    transformations,
    injected: made.filter(({ label }) => label.transform?.startsWith(injectionPrefix)).length,
    seed: options.seed,
  });
  const cases = [...drawn, ...made].sort((a, b) => (a.case.caseId < b.case.caseId ? -1 : 1));
  const to = createFileStore(options.out);
  const { by, why } = inherited(source.card);
  const madeUp = source.card.privacy?.madeUp === undefined ? undefined : { by, why };
  await withDatasetLock(options.out, async () => {
    await writeVariants({ from, to, source: source.card, card, split, cases });
    process.stdout.write(`${made.length} variants of ${drawn.length} cases: ${options.out}\n`);
    await checkFiles(options.out, { write: true, signOff: { by, why }, madeUp });
  });
}

/** What the source signed off looks otherwise in its changed copies; the changes themselves bring in nobody. */
function inherited({ id, version }: Card): SignOffRequest {
  return {
    by: 'maalestok variants',
    why: `Changed copies of texts of ${id} ${version}, which had passed the gate; the changes name nobody.`,
  };
}

/** @throws {InputError} */
function readProvenance(provenance: string | undefined): Label['provenance'] | undefined {
  const read = LabelSchema.shape.provenance.optional().safeParse(provenance);
  if (read.success) return read.data;
  throw flagError('--provenance', provenance ?? '', LabelSchema.shape.provenance.options.join(', '));
}

/** @throws {InputError} for an id that is not known */
function readTransformations(list: string | undefined): Transformation[] {
  if (list === 'none') return [];
  const ids = list === undefined ? defaultTransformations : list.split(',').map((id) => id.trim());
  return [...new Set(ids)].map((id) => {
    const found = findTransformation(id);
    if (found !== undefined) return found;
    throw flagError(
      '--transform',
      id,
      `${defaultTransformations.join(', ')}, ocr-noise-1 to ocr-noise-20, injection-…`,
    );
  });
}

async function readSplitCases(
  source: Dataset,
  split: SplitName,
): Promise<{ all: LabelledCase[]; families: ReadonlyMap<string, string> }> {
  const labels = await source.labels(split, new Set(await source.caseIds(split)));
  const all: LabelledCase[] = [];
  for await (const each of source.cases(split)) all.push({ case: each, label: labels.get(each.caseId) });
  return { all, families: labels.families };
}

async function practiceIds({ card, caseIds }: Dataset, split: SplitName): Promise<string[]> {
  return split === 'practice' || card.splits.practice === undefined ? [] : caseIds('practice');
}
