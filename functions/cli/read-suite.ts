import { dirname, relative } from 'node:path';
import { checkYaml } from '../../datasets/check-yaml.ts';
import { InputError } from '../../datasets/errors.ts';
import { openYaml, type YamlDocument } from '../../datasets/open-yaml.ts';
import { type Suite, SuiteSchema } from '../../evals/suite.ts';
import { createFileStore } from '../adapters/file-store.ts';

/** @throws {InputError} where the suite is no YAML or breaks its schema, with the line */
export async function readSuite(file: string): Promise<Suite> {
  return checkYaml(await openSuite(file), SuiteSchema, placeOf(file));
}

/**
 * Reads a suite and works with it. What is found wrong with one of its fields while at work is named with file and line.
 * @throws {InputError}
 */
export async function withSuite<T>(file: string, work: (suite: Suite) => Promise<T>): Promise<T> {
  const document = await openSuite(file);
  const suite = checkYaml(document, SuiteSchema, placeOf(file));
  try {
    return await work(suite);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { file: named, field } = error.problem;
    if (named !== undefined || field === undefined || field.startsWith('--')) throw error;
    throw new InputError({ ...error.problem, file, line: lineOfField(document, field) }, { cause: error });
  }
}

async function openSuite(file: string): Promise<YamlDocument> {
  const bytes = await createFileStore(dirname(file)).read(relative(dirname(file), file));
  if (bytes !== null) return openYaml(new TextDecoder().decode(bytes), placeOf(file));
  throw new InputError({
    file,
    is: 'no such file',
    expected: 'a suite (YAML)',
    mend: 'See evals/suites/ for examples.',
  });
}

function placeOf(file: string) {
  return { file, thing: 'a suite' };
}

/** @param field as messages name it, `models[0].url`; undefined for what is no field of a suite, as a variable of the environment */
function lineOfField({ lineOf }: YamlDocument, field: string): number | undefined {
  const path = field.split(/[.[\]]+/u).filter((key) => key !== '');
  if (!Object.hasOwn(SuiteSchema.shape, path[0] ?? '')) return undefined;
  return lineOf(path.map((key) => (/^\d+$/u.test(key) ? Number(key) : key)));
}
