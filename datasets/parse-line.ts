import type { z } from 'zod';
import { excerpt, InputError, type InputPlace, type InputProblem } from './errors.ts';
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
      mend:
        place.line === undefined
          ? 'Check quotes, commas and brackets.'
          : 'Write each record on one line; check quotes, commas and line breaks inside texts (\\n).',
    };
    throw new InputError(problem, { cause });
  }
}

/** Where somebody may have written out a secret that belongs elsewhere; `auth` with all that lies in it. */
const secretField = /^auth$|^clientId$|(?:key|token|secret|password|authorization|credentials?)$/iu;
/** What looks like one wherever it stands: a header's value, a key, an address with a password in it. */
const secretText = /^\s*(?:Bearer|Basic)\s|^\s*sk-|\/\/[^/\s]*@/iu;

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
    ...(Array.isArray(value) && issue.path.length === 0
      ? { mend: 'Write one object a line, without brackets around them and commas between.' }
      : {}),
    ...describeIssue(value, issue),
  };
  throw new InputError(problem, { cause: checked.error });
}

export type Issue = z.core.$ZodIssue;

/** What of a value breaks its schema, without a secret that may stand there. */
export function describeIssue(value: unknown, issue: Issue): InputProblem {
  const field = renderPath(issue.path);
  const named = field === '' ? {} : { field };
  const expected = describeExpected(issue);
  if (issue.code !== 'unrecognized_keys') {
    return { ...named, is: describeUnlessSecret(valueAt(value, issue.path), issue.path), expected };
  }
  const keys = issue.keys.map((key) => (secretText.test(key) ? 'that is not shown' : `"${excerpt(key)}"`));
  const is = `unknown field ${keys.join(', ')}`;
  return { ...named, is, expected, mend: 'Check the spelling, or leave it out.' };
}

/** In a union the alternative that came furthest says more than 'no alternative fits'. */
export function firstIssue(issues: readonly Issue[]): Issue {
  const issue = issues[0]!;
  if (issue.code !== 'invalid_union') return issue;
  const nested = issue.errors.map((errors) => errors[0]).filter((error) => error !== undefined);
  const [deepest, next] = nested.sort((a, b) => b.path.length - a.path.length);
  if (deepest === undefined || deepest.path.length === 0) return issue;
  const differ = next?.path.length === deepest.path.length && String(next.path) !== String(deepest.path);
  if (differ) return issue;
  return firstIssue([{ ...deepest, path: [...issue.path, ...deepest.path] }]);
}

function describeExpected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}`;
    case 'too_small':
      return `at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}`;
    case 'unrecognized_keys':
      return 'only the fields of the schema';
    case 'invalid_format':
      return formats[issue.format] ?? issue.message.replace(/^Invalid string: must match/u, 'text by');
    case 'invalid_union':
      // Told apart by one field's value: then no alternative is tried, and there are no errors of any.
      return 'options' in issue ? oneOf(issue.options as unknown[]) : describeAlternatives(issue.errors);
    default:
      return issue.message;
  }
}

const formats: Partial<Record<string, string>> = {
  date: 'a date like 2024-09-12',
  url: 'an address like https://example.dk/screen',
};

function oneOf(values: readonly unknown[]): string {
  const told = values.map((value) => (typeof value === 'bigint' ? `${value}` : JSON.stringify(value)));
  return `${values.length > 1 ? 'one of ' : ''}${told.join(', ')}`;
}

/** What JSON's types are called to a reader. */
const typeNames: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'text',
};

/** `text, or an object`; with a field each, where the alternatives differ by the field they need. */
function describeAlternatives(errors: readonly (readonly Issue[])[]): string {
  const wanted = errors.map(([first]) => {
    if (first === undefined) return 'another form';
    const [field] = first.path;
    return field === undefined ? describeExpected(first) : `an object with \`${String(field)}\``;
  });
  return [...new Set(wanted)].join(', or ');
}

/** `documents[0].pages[1].text` */
export function renderPath(path: readonly PropertyKey[]): string {
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

/** Lists and objects are told by their kind alone, so they may be named. */
function describeUnlessSecret(value: unknown, path: readonly PropertyKey[]): string {
  if (value === undefined || (typeof value === 'object' && value !== null)) return describeValue(value);
  const secret = path.some((key) => secretField.test(String(key))) || secretText.test(String(value));
  return secret ? 'a value that is not shown' : describeValue(value);
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
  if (/Unexpected end|Unterminated/u.test(message)) return 'it ends too early';
  return position === undefined ? 'syntax error' : `syntax error at character ${Number(position) + 1}`;
}
