import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Comparison, ComparisonSchema } from '../../evals/comparison.ts';
import { type CompareOptions, compare } from '../../functions/cli/compare.ts';
import { exitCodeOf, renderError } from '../../functions/cli/exit.ts';
import { run } from '../../functions/cli/run.ts';
import { knownCodes } from './arbitraries.ts';
import { captureOutput } from './capture-output.ts';
import {
  type SmallSplit,
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from './small-dataset.ts';

/** The cases of every small run; those of the validation split begin with p. */
export const smallIds = Array.from({ length: 20 }, (_, at) => `c${String(at).padStart(2, '0')}`);

/** Every fourth case is complete, the others have one defect; `change` gives them another. */
export const smallSplit = (prefix: string, change = 0): SmallSplit => ({
  cases: smallIds.map((id) => smallCase(prefix + id)),
  labels: smallIds.map((id, at) =>
    smallLabel(prefix + id, at % 4 === 0 ? [] : [knownCodes[(at + change) % 6]!]),
  ),
});

/** Answers by a rule: `good` ones hit most labels, others few. */
export const smallAnswers = (id: string, good: boolean) =>
  smallIds.flatMap((caseId, at) => {
    const code = knownCodes[(good || at % 5 === 0 ? at : at + 2) % 6]!;
    const findings = at % 4 === 0 && good ? [] : [{ findingId: 'f1', text: code, code }];
    return ['', 'p'].map((prefix) => ({
      model: { id, version: '1' },
      caseId: prefix + caseId,
      status: at === 7 ? 'abstained' : 'answered',
      findings,
    }));
  });

export interface SmallSuite {
  models: readonly string[];
  split?: string;
  policy?: string;
  repeats?: number;
  dataset?: string;
  /** Absent: each model's own file. */
  screenings?: string;
}

/**
 * A folder with a data set, the answers of `god` and `anden` to it, and a way to run suites over them.
 * Removed when the tests are over.
 */
export async function openSmallRuns() {
  const place = await temporaryFolder();
  const { folder } = place;
  await writeSmallDataset(join(folder, 'data'), { test: smallSplit(''), validation: smallSplit('p') });
  await writeFile(join(folder, 'god.jsonl'), toLines(smallAnswers('god', true)));
  await writeFile(join(folder, 'anden.jsonl'), toLines(smallAnswers('anden', false)));
  return {
    folder,
    /** Runs a suite under a name of its own, and gives the run's folder. */
    measure: (name: string, suite: SmallSuite) => measure(folder, name, suite),
    close: () => place[Symbol.asyncDispose](),
  };
}

async function measure(folder: string, name: string, options: SmallSuite): Promise<string> {
  const {
    models,
    split: part = 'test',
    policy = 'standard',
    repeats = 1,
    dataset = 'data',
    screenings,
  } = options;
  const suite = join(folder, `${name}.yaml`);
  const entries = models.map((id) =>
    id === 'silent'
      ? '  - adapter: silent'
      : `  - {adapter: replay, id: "${id}", screenings: "${screenings ?? `${id}.jsonl`}", vendor: Eksempel A/S}`,
  );
  await writeFile(
    suite,
    `schema: maalestok.suite.v1
id: ${name}
titleDa: Lille
titleEn: Small
dataset: ${dataset}
split: ${part}
policy: ${policy}
protocol: {repeats: ${repeats}}
models:
${entries.join('\n')}
`,
  );
  const out = join(folder, 'runs', name);
  const done = await captureOutput(() => run({ suite, out, language: 'da' }));
  expect(done.error).toBeUndefined();
  return join(out, (await readdir(out))[0]!);
}

export interface Printed {
  stdout: string;
  /** What the user would read of an error. */
  message: string;
  code: number;
}

/** As `maalestok compare` does it, in this process. */
export async function compareQuietly(
  folders: readonly string[],
  options: Partial<CompareOptions> = {},
): Promise<Printed> {
  const { stdout, stderr, error } = await captureOutput(() =>
    compare(folders, { measure: 'f1', language: 'da', ...options }),
  );
  expect(stderr).toBe('');
  if (error === undefined) return { stdout, message: '', code: 0 };
  expect(stdout).toBe('');
  return { stdout, message: renderError(error), code: exitCodeOf(error) };
}

export async function compareJson(
  folders: readonly string[],
  options: Partial<CompareOptions> = {},
): Promise<Comparison> {
  const { stdout } = await compareQuietly(folders, { ...options, json: true });
  return ComparisonSchema.parse(JSON.parse(stdout));
}
