import { dirname, resolve } from 'node:path';
import { stringify } from 'yaml';
import { InputError } from '../../datasets/errors.ts';
import { openDataset } from '../../evals/open-dataset.ts';
import { requireGate } from '../../evals/require-gate.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { type ConfigToCompose, composeConfig } from '../promptfoo/compose-config.ts';
import { labelsRefused } from '../promptfoo/open-cases.ts';
import { openRun } from './open-run.ts';
import { readSuite } from './read-suite.ts';

export interface ExportOptions {
  format: string;
  suite?: string;
  run?: string;
  out: string;
  /** False with `--no-scores`. */
  scores: boolean;
  allowPrivate?: boolean;
}

/** `maalestok export`: a suite's models, or a run's stored answers, as a configuration of promptfoo's. */
export async function exportTo(options: ExportOptions): Promise<void> {
  const { format, suite, run, out, scores: scored, allowPrivate = false } = options;
  if (format !== 'promptfoo') {
    throw new InputError({ field: '--format', is: `"${format.slice(0, 60)}"`, expected: 'promptfoo' });
  }
  if ((suite === undefined) === (run === undefined)) {
    const is = suite === undefined ? 'neither --suite nor --run' : '--suite and --run together';
    throw new InputError({ is, expected: 'one of them' });
  }
  const content = suite === undefined ? await contentOfRun(run!) : await contentOfSuite(suite, allowPrivate);
  if (scored && content.cases.split !== 'practice') throw refusal(content.cases.split);
  await write(out, composeConfig({ ...content, folder: dirname(resolve(out)), scored }));
  process.stdout.write(`${out}\n`);
}

type Content = Omit<ConfigToCompose, 'folder' | 'scored'>;

async function contentOfSuite(file: string, allowPrivate: boolean): Promise<Content> {
  const { id, dataset, split, models, protocol, policy } = await readSuite(file);
  const folder = resolve(dirname(file));
  const store = createFileStore(resolve(folder, dataset));
  const { card } = await openDataset(store);
  await requireGate(card, store);
  return {
    description: `Målestok, suite ${id}`,
    cases: { dataset: resolve(folder, dataset), split },
    models: models.map((model) => ({
      id: model.id ?? model.adapter,
      config: { folder, model, ...(allowPrivate ? { allowPrivate } : {}) },
      // Our provider makes its own prompt; real cases are not handed to promptfoo beside it.
      prompt: card.synthetic && 'prompt' in model ? model.prompt : undefined,
    })),
    protocol,
    policy,
  };
}

async function contentOfRun(folder: string): Promise<Content> {
  const { record } = await openRun(folder);
  const { runId, dataset, datasetFolder, models, protocol, policy, cases } = record;
  return {
    description: `Målestok, run ${runId}`,
    cases: { dataset: resolve(folder, datasetFolder), split: dataset.split, limit: cases },
    models: models.map(({ id }) => ({ id, config: { run: resolve(folder), model: id } })),
    protocol,
    policy,
  };
}

function refusal(split: string): InputError {
  const { problem } = labelsRefused(split);
  return new InputError({
    ...problem,
    mend: 'Export with --no-scores, and score the answers with `npx maalestok import` and `npx maalestok score-file`.',
  });
}

/** @throws {InputError} where the file is there already: somebody may have edited it */
async function write(out: string, config: object): Promise<void> {
  const file = resolve(out);
  const store = createFileStore(dirname(file));
  const key = file.slice(dirname(file).length + 1);
  if ((await store.read(key)) !== null) {
    const mend = 'Name another file, or remove it first.';
    throw new InputError({ file: out, is: 'a file that is there already', expected: 'a new file', mend });
  }
  // Whoever reads it may know YAML 1.1 only, where an unquoted date is no text.
  await store.write(
    key,
    `# By \`maalestok export\`. Start: npm run promptfoo -- eval -c ${out}\n${stringify(config, { version: '1.1' })}`,
  );
}
