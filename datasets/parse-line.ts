import type { z } from 'zod';
import { excerpt, InputError, type InputPlace } from './errors.ts';
import { toWellFormed } from './well-formed.ts';

/**
 * Reads one line of a JSONL file (or one JSON document) against a schema.
 * @throws {InputError} what is wrong, in which file, line and field, and how to mend it
 */
export function parseLine<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  place: InputPlace,
): z.output<Schema> {
  return checkValue(parseJson(text, place), schema, place);
}

/** Only an escape can bring half a character into decoded UTF-8. */
const surrogateEscape = /\\u[dD][89a-fA-F]/u;

/** @throws {InputError} where the text is no JSON */
export function parseJson(text: string, place: InputPlace): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return surrogateEscape.test(text) ? toWellFormed(value) : value;
  } catch (cause) {
    const problem = {
      ...place,
      is: `no JSON (${describeSyntax(cause)})`,
      expected: 'one JSON object',
      mend: 'Write each record on one line; check quotes, commas and line breaks inside texts (\\n).',
    };
    throw new InputError(problem, { cause });
  }
}

/** @throws {InputError} naming the first field that breaks the schema */
export function checkValue<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  place: InputPlace,
): z.output<Schema> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const issue = firstIssue(checked.error.issues);
  const problem = {
    ...place,
    field: renderPath(issue.path) || place.field,
    is: describeValue(valueAt(value, issue.path)),
    expected: describeExpected(issue),
    ...(issue.code === 'unrecognized_keys'
      ? {
          is: `unknown field ${issue.keys.map((key) => `"${excerpt(key)}"`).join(', ')}`,
          mend: 'Check the spelling, or leave it out.',
        }
      : {}),
  };
  throw new InputError(problem, { cause: checked.error });
}

type Issue = z.core.$ZodIssue;

/** In a union the alternative that came furthest says more than 'no alternative fits'. */
function firstIssue(issues: readonly Issue[]): Issue {
  const issue = issues[0]!;
  if (issue.code !== 'invalid_union') return issue;
  const nested = issue.errors.map((errors) => errors[0]).filter((error) => error !== undefined);
  const deepest = nested.sort((a, b) => b.path.length - a.path.length)[0];
  if (deepest === undefined || deepest.path.length === 0) return issue;
  return firstIssue([{ ...deepest, path: [...issue.path, ...deepest.path] }]);
}

function describeExpected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}`;
    case 'too_small':
      return `at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}`;
    case 'unrecognized_keys':
      return 'only the fields of the schema';
    case 'invalid_format':
      return issue.format === 'date'
        ? 'a date like 2024-09-12'
        : issue.message.replace(/^Invalid string: /u, '');
    case 'invalid_union':
      return 'one of the forms that the JSON Schema lists';
    default:
      return issue.message;
  }
}

/** `documents[0].pages[1].text` */
function renderPath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${excerpt(String(key), 40)}`))
    .join('')
    .replace(/^\./u, '');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path)
    at = at === null || typeof at !== 'object' ? undefined : (at as Record<PropertyKey, unknown>)[key];
  return at;
}

function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `"${excerpt(value)}"`;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}

/** The parser's own words, less any of the text it quotes. */
function describeSyntax(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : 'syntax error';
  const position = /position (\d+)/u.exec(message)?.[1];
  if (/Unexpected end/u.test(message)) return 'it ends too early';
  return position === undefined ? 'syntax error' : `syntax error at character ${Number(position) + 1}`;
}
