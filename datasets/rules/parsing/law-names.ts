import type { Catalogue, Law } from '../catalogue.ts';
import { fold, type TextToken } from './tokenise.ts';

interface NameIndex {
  /** Folded name without blanks, hyphens and dots → law. */
  names: Map<string, Law>;
  /** Every beginning of a name, so that a search stops early. */
  beginnings: Set<string>;
  /** Short capital names (`PL`, `BL`): read only next to a §. */
  abbreviations: Map<string, Law>;
}

/** A law's name in the text. `next`: index of the token after it. */
export interface NameMatch {
  law: Law;
  next: number;
  genitive: boolean;
  abbreviation: boolean;
}

const MAX_TOKENS = 24;
const ABBREVIATION = /^[\p{Lu}]{2,4}\.?$|^\p{Ll}{2,4}\.$/u;
const indexes = new WeakMap<Catalogue, NameIndex>();

/**
 * The longest name of a law that begins at token `at`. With `prefix` the name is read as if that
 * (folded) word stood before it: `om planlægning` after a number, prefix `lov`.
 */
export function matchLawName(
  tokens: readonly TextToken[],
  at: number,
  catalogue: Catalogue,
  prefix = '',
): NameMatch | null {
  const index = indexOf(catalogue);
  let key = prefix;
  let best: NameMatch | null = null;
  for (let i = at; i < tokens.length && i < at + MAX_TOKENS; i += 1) {
    const token = tokens[i]!;
    if (token.kind === 'mark') {
      if (token.text === '-' || (token.text === '.' && token.tight)) continue;
      break;
    }
    if (token.kind === 'section') break;
    key += token.kind === 'number' ? token.text.replaceAll('.', '') : token.folded;
    best = readName(index, key, tokens, at, i) ?? best;
    if (!index.beginnings.has(key)) break;
  }
  return best ?? matchAbbreviation(index, tokens, at);
}

function readName(
  index: NameIndex,
  key: string,
  tokens: readonly TextToken[],
  at: number,
  last: number,
): NameMatch | null {
  const exact = index.names.get(key);
  const law = exact ?? (key.endsWith('s') ? index.names.get(key.slice(0, -1)) : undefined);
  if (law === undefined || !looksLikeName(tokens, at, last)) return null;
  const suffix = genitiveSuffix(tokens, last + 1);
  if (suffix === null) return null;
  return { law, next: last + 1 + suffix, genitive: exact === undefined || suffix > 0, abbreviation: false };
}

/** `br. 18 m` is a width, `BR 18` a regulation. */
function looksLikeName(tokens: readonly TextToken[], at: number, last: number): boolean {
  const first = tokens[at]!;
  if (first.folded !== 'br') return true;
  const second = tokens[at + 1];
  if (second?.text === '.') return false;
  if (last > at + 1 && second?.kind === 'number') return false;
  return first.text === 'BR' || (second?.tight ?? false);
}

/** Tokens of a genitive after a name: `BR18s`, `BR18's`; null where the name runs on (`BR18x`). */
function genitiveSuffix(tokens: readonly TextToken[], at: number): number | null {
  const token = tokens[at];
  if (token === undefined || !token.tight) return 0;
  if (token.kind === 'word') return token.folded === 's' ? 1 : null;
  const after = tokens[at + 1];
  const apostrophe = token.text === "'" || token.text === '’';
  return apostrophe && after?.tight === true && after.folded === 's' ? 2 : 0;
}

function matchAbbreviation(index: NameIndex, tokens: readonly TextToken[], at: number): NameMatch | null {
  const token = tokens[at]!;
  const dot = tokens[at + 1]?.text === '.' && tokens[at + 1]!.tight;
  const law = index.abbreviations.get(token.folded);
  if (law === undefined || !(dot || token.text === token.text.toUpperCase())) return null;
  return { law, next: at + (dot ? 2 : 1), genitive: false, abbreviation: true };
}

function indexOf(catalogue: Catalogue): NameIndex {
  let index = indexes.get(catalogue);
  if (index === undefined) {
    index = { names: new Map(), beginnings: new Set(), abbreviations: new Map() };
    for (const law of catalogue.laws) {
      for (const alias of [law.shortDa, ...law.aliases]) addName(index, alias, law);
    }
    indexes.set(catalogue, index);
  }
  return index;
}

function addName(index: NameIndex, alias: string, law: Law): void {
  const key = nameKey(alias);
  if (ABBREVIATION.test(alias)) index.abbreviations.set(key, law);
  else if (!index.names.has(key)) {
    index.names.set(key, law);
    for (let length = 1; length <= key.length; length += 1) index.beginnings.add(key.slice(0, length));
  }
}

function nameKey(name: string): string {
  return fold(name).replace(/[^a-z0-9]/g, '');
}

/** The law with exactly this name (or this id), for structured citations. */
export function lawByName(name: string, catalogue: Catalogue): Law | undefined {
  const index = indexOf(catalogue);
  const key = nameKey(name);
  const byId = catalogue.laws.find((law) => law.id === name);
  const genitive = key.endsWith('s') ? index.names.get(key.slice(0, -1)) : undefined;
  return byId ?? index.names.get(key) ?? genitive ?? index.abbreviations.get(key);
}
