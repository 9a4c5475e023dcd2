import { isNode, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { InputError, type InputPlace } from './errors.ts';

/** A YAML file that is read, and where its parts stand. */
export interface YamlDocument {
  value: unknown;
  /** The line of the deepest part of the path that is there: of what is missing, that of what it is missing in. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Which file it is, and what it should be, for messages. */
export interface YamlPlace {
  file: string;
  /** `a suite`. */
  thing: string;
  mend?: string | undefined;
}

type Parsed = ReturnType<typeof parseDocument<ParsedNode>>;

/** @throws {InputError} where the text is empty or no YAML, with the line */
export function openYaml(text: string, { file, thing, mend }: YamlPlace): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const expected = `${thing} (YAML)`;
  const refuse = (is: string, place: InputPlace, options?: { cause: unknown }) =>
    new InputError({ file, ...place, is, expected, ...(mend === undefined ? {} : { mend }) }, options);
  const [cause] = document.errors;
  if (cause !== undefined) {
    const { line } = lines.linePos(cause.pos[0]);
    throw refuse(`no YAML (${cause.code})`, { line }, { cause });
  }
  if (document.contents === null) throw refuse('an empty file', {});
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { value, lineOf: (path) => lines.linePos(startOf(document, path)).line };
  } catch (cause) {
    // An alias without its anchor, or too many of them.
    const why = cause instanceof Error ? cause.message.slice(0, 80) : 'an alias';
    throw refuse(`no YAML (${why})`, {}, { cause });
  }
}

function startOf(document: Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const node = document.getIn(part, true);
    const start = startOfKey(document, part) ?? (isNode(node) ? node.range?.[0] : undefined);
    if (start !== undefined) return start;
  }
  return document.contents?.range[0] ?? 0;
}

/** Where the key of a path stands; a value may begin lines further down. */
function startOfKey(document: Parsed, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (typeof parent !== 'object' || parent === null || !('items' in parent)) return undefined;
  const items = parent.items as { key?: unknown }[];
  const item = items.find(
    ({ key }) => isNode(key) && 'value' in key && String(key.value) === String(path.at(-1)),
  );
  return item !== undefined && isNode(item.key) ? item.key.range?.[0] : undefined;
}
