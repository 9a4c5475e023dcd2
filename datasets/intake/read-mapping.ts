import { z } from 'zod';
import { checkYaml } from '../check-yaml.ts';
import { InputError } from '../errors.ts';
import { openYaml, type YamlDocument, type YamlPlace } from '../open-yaml.ts';
import { renderPath } from '../parse-line.ts';
import { builtInTaxonomy } from '../taxonomy/built-in-taxonomy.ts';
import { checkMapping } from './check-mapping.ts';
import { type Mapping, MappingSchema } from './mapping.ts';

/**
 * Reads a mapping file.
 * @throws {InputError} with the line where it is no YAML, breaks the schema or names what no case has
 */
export function readMapping(text: string, file: string): Mapping {
  const place = { file, thing: 'a mapping', mend: 'docs/intake.md explains each part.' };
  const document = openYaml(text, place);
  const mapping = checkSchema(document, place);
  const wrong = checkMapping(mapping, builtInTaxonomy());
  if (wrong === null) return mapping;
  const { path, ...problem } = wrong;
  throw new InputError({
    file,
    line: document.lineOf(path),
    field: renderPath(path),
    mend: place.mend,
    ...problem,
  });
}

function checkSchema(document: YamlDocument, place: YamlPlace): Mapping {
  try {
    return checkYaml(document, MappingSchema, place);
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    const expected = expectedOf(thrown.cause);
    if (expected === undefined) throw thrown;
    throw new InputError({ ...thrown.problem, expected }, { cause: thrown.cause });
  }
}

/** What a mapping's reader is told in place of the schema's own words. */
function expectedOf(cause: unknown): string | undefined {
  const issues = cause instanceof z.ZodError ? cause.issues : [];
  if (issues.some(({ code }) => code === 'unrecognized_keys')) return 'only the fields of a mapping';
  const [issue] = issues;
  const source = issue?.code === 'invalid_type' && issue.expected === 'object' && issue.path.length > 1;
  return source ? "a column's name, `{ column: … }` or `{ value: … }`" : undefined;
}
