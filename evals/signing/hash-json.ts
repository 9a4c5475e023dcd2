import { canonicalHash } from '../canonical-hash.ts';
import { exceedsDepth } from '../screening/exceeds-depth.ts';

/** Deeper than any result; beyond it a text would only exhaust whoever reads it. */
const mostDepth = 64;

/** Why bytes have no canonical JSON. */
export type NoCanonicalJson =
  | 'it is no UTF-8 text'
  | 'it is no JSON'
  | 'it is nested too deep'
  | 'it names a field twice'
  | 'it holds a number or a text that canonical JSON cannot hold';

export type HashedJson = { sha256: string; value: unknown } | { wrong: NoCanonicalJson };

/**
 * A JSON document and the SHA-256 of its canonical form (RFC 8785): the same however it is indented and its fields are
 * ordered. A field named twice is refused, since readers differ on which of the two holds.
 */
export function hashJson(bytes: Uint8Array): HashedJson {
  const text = decode(bytes);
  if (text === undefined) return { wrong: 'it is no UTF-8 text' };
  const value = parse(text);
  if (value === undefined) return { wrong: 'it is no JSON' };
  if (exceedsDepth(value, mostDepth)) return { wrong: 'it is nested too deep' };
  if (countWrittenNames(text) !== countNames(value)) return { wrong: 'it names a field twice' };
  try {
    return { sha256: canonicalHash(value), value };
  } catch {
    return { wrong: 'it holds a number or a text that canonical JSON cannot hold' };
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names of fields in a text that is known to be JSON: the strings before a colon. */
function countWrittenNames(text: string): number {
  let names = 0;
  for (let start = text.indexOf('"'); start !== -1; ) {
    const end = endOfString(text, start);
    let next = end + 1;
    while (' \t\n\r'.includes(text[next] ?? '.')) next += 1;
    if (text[next] === ':') names += 1;
    start = text.indexOf('"', end + 1);
  }
  return names;
}

function endOfString(text: string, start: number): number {
  let end = start;
  do {
    end = text.indexOf('"', end + 1);
  } while (isEscaped(text, end));
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === '\\') before -= 1;
  return (at - before) % 2 === 0;
}

function countNames(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  let names = own;
  for (const each of Object.values(value)) names += countNames(each);
  return names;
}
