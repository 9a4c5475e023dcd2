import { type Case, CaseSchema } from './case.ts';
import { excerpt, InputError, type InputPlace } from './errors.ts';
import { endOfJsonString } from './json-string.ts';
import { checkValue, parseJson } from './parse-line.ts';

/**
 * Reads a line of cases as it may be handed on: a field that a case does not have is refused, and so is one that is
 * written twice. Reading drops both unseen, and a copy of the line would carry them on.
 * @throws {InputError}
 */
export function parseCaseLine(line: string, place: InputPlace): Case {
  const value = parseJson(line, place);
  const parsed = checkValue(value, CaseSchema, place);
  const unknown = unknownField(value, parsed);
  if (unknown !== undefined) {
    throw new InputError({
      ...place,
      field: excerpt(unknown, 80),
      is: 'a field that a case does not have',
      expected: 'the fields of a case only',
      mend: 'Remove it; what is known of the application itself goes into `fields`. A case never carries a label.',
    });
  }
  if (writesFieldTwice(line, value)) {
    throw new InputError({
      ...place,
      is: 'a field that is written twice in one object',
      expected: 'each field once',
      mend: 'Remove the repeat: readers keep the last one, and the first goes along unseen.',
    });
  }
  return parsed;
}

/** The line of a case as it is handed on: what was read of it, and nothing else. */
export function writeCaseLine(shown: Case): string {
  return `${JSON.stringify(shown)}\n`;
}

/** The path of the first field that reading left out. */
function unknownField(value: unknown, parsed: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, own] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${key}]` : key;
    if (!Object.hasOwn(parsed as object, key)) return step;
    const below = unknownField(own, (parsed as Record<string, unknown>)[key]);
    if (below !== undefined) return `${step}${below.startsWith('[') ? '' : '.'}${below}`;
  }
  return undefined;
}

/** Whether JSON that was read without error had a field twice in one object: the value holds the last of them. */
export function writesFieldTwice(line: string, value: unknown): boolean {
  return countKeys(value) !== countWrittenKeys(line);
}

/** Without recursion: what people send may be nested deep. */
function countKeys(value: unknown): number {
  const open = [value];
  let count = 0;
  while (open.length > 0) {
    const at = open.pop();
    if (typeof at !== 'object' || at === null) continue;
    if (!Array.isArray(at)) count += Object.keys(at).length;
    for (const own of Object.values(at)) open.push(own);
  }
  return count;
}

/** In JSON that was read without error: each text that a colon follows. */
function countWrittenKeys(line: string): number {
  const colon = /\s*:/uy;
  let count = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', colon.lastIndex)) {
    const end = endOfJsonString(line, at);
    colon.lastIndex = end;
    if (colon.test(line)) count += 1;
    else colon.lastIndex = end;
  }
  return count;
}
