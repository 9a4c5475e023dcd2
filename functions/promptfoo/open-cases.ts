import { resolve } from 'node:path';
import { z } from 'zod';
import { SplitNameSchema } from '../../datasets/card.ts';
import type { Case } from '../../datasets/case.ts';
import { excerpt, InputError } from '../../datasets/errors.ts';
import { checkValue } from '../../datasets/parse-line.ts';
import { ProtocolSchema } from '../../evals/artifacts.ts';
import type { LabelIndex } from '../../evals/label-index.ts';
import { type Dataset, openDataset } from '../../evals/open-dataset.ts';
import { requireGate } from '../../evals/require-gate.ts';
import { TransferSchema } from '../../evals/scores/model-result.ts';
import { createFileStore } from '../adapters/file-store.ts';

/** The `config` that every part of a promptfoo configuration of ours may carry. */
export const CasesConfigSchema = z.object({
  /** The data set's folder, absolute or from where promptfoo is started. Absent: the one that is shipped. */
  dataset: z
    .string()
    .min(1)
    .default(resolve(import.meta.dirname, '../../datasets/byggesag-da')),
  split: SplitNameSchema.default('practice'),
  /** Only the first so many cases. */
  limit: z.int().min(1).optional(),
  /** What a model is shown of a case and beside it. Absent: all. */
  shown: ProtocolSchema.shape.shown,
  /** Needed before the prompt of a case that is not synthetic is handed to promptfoo. */
  transfer: TransferSchema.optional(),
});
export type CasesConfig = z.infer<typeof CasesConfigSchema>;

export interface OpenCases {
  dataset: Dataset;
  config: CasesConfig;
  byId: ReadonlyMap<string, Case>;
  /** @throws {InputError} the split has no such case */
  get(caseId: unknown): Case;
  /** @throws {InputError} for any split but practice: no other labels come near promptfoo, which shows and keeps all it has */
  labels(): Promise<LabelIndex>;
}

const opened = new Map<string, Promise<OpenCases>>();

/**
 * The cases of one split, read once for all parts of a promptfoo configuration.
 * @throws {InputError} where the config or the data set is wrong
 */
export function openCases(config: unknown): Promise<OpenCases> {
  const wanted = checkValue(config ?? {}, CasesConfigSchema, { field: 'config' });
  const key = JSON.stringify(wanted);
  let cases = opened.get(key);
  if (cases === undefined) {
    cases = readAll(wanted);
    opened.set(key, cases);
  }
  return cases;
}

async function readAll(config: CasesConfig): Promise<OpenCases> {
  const { split, limit = Number.POSITIVE_INFINITY } = config;
  const store = createFileStore(config.dataset);
  const dataset = await openDataset(store);
  await requireGate(dataset.card, store, `${config.dataset}/card.json`);
  const byId = new Map<string, Case>();
  for await (const each of dataset.cases(split)) {
    if (byId.size >= limit) break;
    byId.set(each.caseId, each);
  }
  let labels: Promise<LabelIndex> | undefined;
  return {
    dataset,
    config,
    byId,
    get: (caseId) => byId.get(String(caseId)) ?? unknownCase(caseId, split),
    async labels() {
      if (split !== 'practice') throw labelsRefused(split);
      labels ??= dataset.caseIds(split).then((ids) => dataset.labels(split, new Set(ids)));
      return labels;
    },
  };
}

export function labelsRefused(split: string): InputError {
  return new InputError({
    field: 'split',
    is: `"${split}"`,
    expected: '"practice", the only split whose labels promptfoo may show',
    mend: 'Score the answers of another split with `npx maalestok import` and `npx maalestok score-file`.',
  });
}

function unknownCase(caseId: unknown, split: string): never {
  throw new InputError({
    field: 'vars.caseId',
    is: typeof caseId === 'string' ? `"${excerpt(caseId)}"` : 'no case id',
    expected: `the id of a case of the split "${split}"`,
  });
}
