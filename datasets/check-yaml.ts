import type { z } from 'zod';
import { InputError } from './errors.ts';
import type { YamlDocument, YamlPlace } from './open-yaml.ts';
import { describeIssue, firstIssue } from './parse-line.ts';

/** @throws {InputError} with the line and the name of the first field that breaks the schema; the cause is zod's error */
export function checkYaml<Schema extends z.ZodType>(
  { value, lineOf }: YamlDocument,
  schema: Schema,
  { file, mend }: YamlPlace,
): z.output<Schema> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const { issues } = checked.error;
  // A misspelt name is missing under its right one too: the misspelling says more.
  const unknown = issues.find(({ code }) => code === 'unrecognized_keys');
  const issue = firstIssue(unknown === undefined ? issues : [unknown]);
  const at = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  const problem = { ...(mend === undefined ? {} : { mend }), ...describeIssue(value, issue) };
  throw new InputError({ file, line: lineOf(at), ...problem }, { cause: checked.error });
}
