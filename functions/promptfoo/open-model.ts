import { resolve } from 'node:path';
import { z } from 'zod';
import { InputError } from '../../datasets/errors.ts';
import { checkValue } from '../../datasets/parse-line.ts';
import { linesOf } from '../../evals/open-dataset.ts';
import type { Model } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { ScreeningIndex } from '../../evals/screening/screening-index.ts';
import { SuiteSchema } from '../../evals/suite.ts';
import { SuiteModelSchema } from '../../evals/suite-model.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { createSecrets } from '../adapters/secrets.ts';
import { createModels } from '../runtime.ts';
import type { OpenCases } from './open-cases.ts';

/** The `config` of our provider: a model as a suite has it, or the stored answers of a run's model. */
const ModelConfigSchema = z.union([
  z.object({
    model: SuiteModelSchema,
    /** Where files that the model names lie. Absent: where the configuration lies. */
    folder: z.string().optional(),
    basePath: z.string().default('.'),
    allowPrivate: z.boolean().default(false),
  }),
  z.object({ run: z.string().min(1), model: z.string().min(1) }),
]);

/** @throws {InputError} where the config is wrong, or the model cannot be made ready */
export async function openModel(config: unknown, open: OpenCases): Promise<Model> {
  const wanted = checkValue(config, ModelConfigSchema, { field: 'config' });
  if ('run' in wanted) return openStored(wanted, open);
  const { model, folder, basePath, allowPrivate } = wanted;
  const { card } = open.dataset;
  const suite = SuiteSchema.parse({
    schema: 'maalestok.suite.v1',
    id: 'promptfoo',
    titleDa: card.titleDa,
    titleEn: card.titleEn,
    dataset: '.',
    split: open.config.split,
    models: [model],
    protocol: { shown: open.config.shown },
  });
  const store = createFileStore(folder ?? resolve(basePath));
  const context = {
    dataset: open.dataset,
    datasetStore: createFileStore(open.config.dataset),
    store,
    secrets: createSecrets(),
    allowPrivate,
  };
  const [ready] = await createModels(suite, context);
  return ready!.model;
}

/** The answers that a run's model gave. */
async function openStored(
  { run, model: id }: { run: string; model: string },
  open: OpenCases,
): Promise<Model> {
  const store = createFileStore(run);
  const keys = await store.list(runKeys.screenings(id, '').replace(/\.jsonl$/u, ''));
  const lines = async function* () {
    for (const key of keys) yield* await linesOf(store, key);
  };
  const knownCaseIds = new Set(open.byId.keys());
  const index = await ScreeningIndex.read(lines(), { file: run, knownCaseIds });
  const [model] = index.models();
  if (model === undefined) {
    throw new InputError({
      file: run,
      field: 'model',
      is: `"${id}"`,
      expected: 'a model of the run with answers',
    });
  }
  return {
    ...model,
    async screen(caseShown, { repeat }) {
      return index.get(model, caseShown.caseId, repeat) ?? notAsked;
    },
  };
}

const notAsked = {
  status: 'failed' as const,
  findings: [],
  error: { kind: 'missing', message: 'the run holds no answer to this case' },
};
