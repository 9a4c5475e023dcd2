import { endOfJsonString } from '../json-string.ts';

/** A text in a JSON document, with the path that leads there and the nearest key. */
export interface JsonText {
  path: string;
  key: string;
  text: string;
  /** Where its first character stands in the document. */
  at: number;
  /** Of how many fields of the same name at the top of the document this one lies in, counted from 1; 0: it lies in none. */
  nth: number;
}

interface Container {
  isArray: boolean;
  path: string;
  /** Of the value that comes next. */
  key: string;
  index: number;
  expectsName: boolean;
}

/** A SHA-256 hash, an Ed25519 key and its signature as results carry them: no words, though Base64 can look like some. */
const drawnByChance = [
  /^[0-9a-f]{64}$/u,
  /^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u,
  /^[A-Za-z0-9+/]{85}[AQgw]==$/u,
];

/**
 * All texts of a JSON document as it is written, in its order: values, long numbers, and the names of fields. Hashes,
 * keys and signatures are left out, by their form and not by their field's name. The first of two fields of the same
 * name, which `JSON.parse` drops, is there too. No recursion, so that depth is no matter.
 * @param raw a document that `JSON.parse` has accepted
 */
export function* walkJsonText(raw: string): Generator<JsonText> {
  const open: Container[] = [];
  const top = new Map<string, number>();
  for (const { sign, at } of tokensOf(raw)) {
    const own = open.at(-1);
    if (sign === '{' || sign === '[') {
      const path = own === undefined ? '' : pathOf(own);
      const isArray = sign === '[';
      open.push({ isArray, path, key: own?.key ?? '', index: 0, expectsName: !isArray });
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',') {
      if (own?.isArray === true) own.index += 1;
      else if (own !== undefined) own.expectsName = true;
    } else if (sign !== ':') {
      const isText = sign.startsWith('"');
      const text = isText ? (JSON.parse(sign) as string).toWellFormed() : String(Number(sign));
      if (own?.expectsName === true) {
        own.expectsName = false;
        own.key = text;
        if (open.length === 1) top.set(text, (top.get(text) ?? 0) + 1);
        if (isTellingName(text))
          yield { path: pathOf(own), key: '', text, at: at + 1, nth: nthOf(open, top) };
      } else if (isText ? !drawnByChance.some((form) => form.test(text)) : isLongNumber(text)) {
        const path = own === undefined ? '' : pathOf(own);
        yield { path, key: own?.key ?? '', text, at: isText ? at + 1 : at, nth: nthOf(open, top) };
      }
    }
  }
}

function* tokensOf(raw: string): Generator<{ sign: string; at: number }> {
  const token = /["{}[\],:]|-?\d[\d.eE+-]*/gu;
  for (let match = token.exec(raw); match !== null; match = token.exec(raw)) {
    const { 0: sign, index: at } = match;
    if (sign === '"') token.lastIndex = endOfJsonString(raw, at);
    yield { sign: raw.slice(at, token.lastIndex), at };
  }
}

function pathOf({ isArray, path, key, index }: Container): string {
  if (isArray) return `${path}[${index}]`;
  return path === '' ? key : `${path}.${key}`;
}

function nthOf([first]: readonly Container[], top: ReadonlyMap<string, number>): number {
  return first === undefined ? 0 : (top.get(first.key) ?? 0);
}

/** Short numbers are measures. */
function isLongNumber(text: string): boolean {
  return /^\d{5,16}$/u.test(text);
}

/** A field's name that may name somebody itself. */
function isTellingName(name: string): boolean {
  return name.length > 3 && /[\s\d@]|\p{Lu}/u.test(name);
}
