import { isNode, LineCounter, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import { z } from 'zod';
import { excerpt, InputError } from '../errors.ts';
import { checkValue } from '../parse-line.ts';
import { type Mapping, MappingSchema } from './mapping.ts';

const expected = 'a mapping (YAML)';
const mend = 'docs/intake.md explains each part.';

/**
 * Reads a mapping file.
 * @throws {InputError} with the line where it is no YAML or breaks the schema
 */
export function readMapping(text: string, file: string): Mapping {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) throw syntaxError(error, lines, file);
  if (document.contents === null) throw new InputError({ file, is: 'an empty file', expected, mend });
  const lineOf = (path: readonly PropertyKey[]) => findLine(document, path, lines);
  try {
    return checkValue(toValue(document, file), MappingSchema, { file });
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    const issues = thrown.cause instanceof z.ZodError ? thrown.cause.issues : [];
    // A misspelt name is missing under its right one too: the misspelling says more.
    const unknown = issues.find(({ code }) => code === 'unrecognized_keys') as UnknownKeys | undefined;
    if (unknown !== undefined) throw unknownKey(unknown, lineOf([...unknown.path, unknown.keys[0]!]), file);
    const [issue] = issues;
    if (issue === undefined) throw thrown;
    const source = issue.code === 'invalid_type' && issue.expected === 'object' && issue.path.length > 1;
    const problem = {
      mend,
      ...withoutUndefined(thrown.problem),
      ...(source ? { expected: "a column's name, `{ column: … }` or `{ value: … }`" } : {}),
      line: lineOf(issue.path),
    };
    throw new InputError(problem, { cause: thrown.cause });
  }
}

type UnknownKeys = z.core.$ZodIssueUnrecognizedKeys;

function unknownKey({ path, keys }: UnknownKeys, line: number, file: string): InputError {
  return new InputError({
    file,
    line,
    field: path.map(String).join('.') || undefined,
    is: `unknown field ${keys.map((key) => `"${excerpt(key)}"`).join(', ')}`,
    expected: 'only the fields of a mapping',
    mend: 'Check the spelling, or leave it out.',
  });
}

type MappingDocument = ReturnType<typeof parseDocument<ParsedNode>>;

function toValue(document: MappingDocument, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    const is = `no YAML (${cause instanceof Error ? cause.message.slice(0, 80) : 'an alias'})`;
    throw new InputError({ file, is, expected, mend }, { cause });
  }
}

function syntaxError(error: YAMLError, lines: LineCounter, file: string): InputError {
  const { line } = lines.linePos(error.pos[0]);
  return new InputError({ file, line, is: `no YAML (${error.code})`, expected, mend }, { cause: error });
}

/** The line of the deepest part of the path that is there. */
function findLine(document: MappingDocument, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const key = keyOf(document, path.slice(0, length));
    const start = key ?? (isNode(node) ? node.range?.[0] : undefined);
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

/** Where the key of a path stands; a value may begin lines further down. */
function keyOf(document: MappingDocument, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (typeof parent !== 'object' || parent === null || !('items' in parent)) return undefined;
  const items = parent.items as { key?: unknown }[];
  const item = items.find(
    ({ key }) => isNode(key) && 'value' in key && String(key.value) === String(path.at(-1)),
  );
  return item !== undefined && isNode(item.key) ? item.key.range?.[0] : undefined;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
