import { dirname, relative } from 'node:path';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { InputError } from '../../datasets/errors.ts';
import { checkValue } from '../../datasets/parse-line.ts';
import { type Suite, SuiteSchema } from '../../evals/suite.ts';
import { createFileStore } from '../adapters/file-store.ts';

/** @throws {InputError} where the suite is no YAML or breaks its schema */
export async function readSuite(file: string): Promise<Suite> {
  const folder = createFileStore(dirname(file));
  const bytes = await folder.read(relative(dirname(file), file));
  if (bytes === null) {
    throw new InputError({
      file,
      is: 'no such file',
      expected: 'a suite (YAML)',
      mend: 'See evals/suites/ for examples.',
    });
  }
  return checkValue(parseSuite(new TextDecoder().decode(bytes), file), SuiteSchema, { file });
}

function parseSuite(text: string, file: string): unknown {
  try {
    return parseYaml(text, { maxAliasCount: 100 });
  } catch (cause) {
    // The library throws a ReferenceError for an alias without its anchor.
    if (cause instanceof ReferenceError) {
      throw new InputError(
        { file, is: `no YAML (${cause.message.slice(0, 80)})`, expected: 'a suite (YAML)' },
        { cause },
      );
    }
    if (!(cause instanceof YAMLParseError)) throw cause;
    const line = cause.linePos?.[0].line;
    throw new InputError(
      { file, line, is: `no YAML (${cause.code})`, expected: 'a suite (YAML)' },
      { cause },
    );
  }
}
