import { findInText } from '../find-in-text.ts';
import type { FindingKind } from '../finding-kind.ts';
import { nameWord } from '../names/name-words.ts';
import { isCapital, unshout, wordsOf } from '../words.ts';
import { type AliasScope, aliasOf, aliasWord } from './alias-of.ts';
import { shiftDates } from './shift-dates.ts';

export interface Replacement {
  kind: FindingKind;
  from: string;
  to: string;
}

export interface ReplaceContext extends AliasScope {
  /** Words of names in the case that are no words of the language: replaced wherever they stand. */
  words: Set<string>;
  days: number;
  applicationDate: string;
  onReplace?: ((replacement: Replacement) => void) | undefined;
  /** Told of every place that names a time and could not be moved. */
  onLeft?: ((place: string) => void) | undefined;
}

/** Remembers the names in a text: `Gunhild` alone is then the same as in `Gunhild Bisp`. */
export function learnNames(text: string, label: string, words: Set<string>): void {
  for (const { kind, start, end } of findInText(text, label)) {
    if (kind !== 'name') continue;
    for (const { text: word } of wordsOf(text.slice(start, end))) {
      const plain = unshout(word);
      if (plain.length > 2 && isCapital(plain) && !nameWord(plain).doubtful) words.add(plain);
    }
  }
}

/** The text with aliases for all findings and all known names, and its dates moved. */
export function replaceText(text: string, label: string, context: ReplaceContext): string {
  let [result, from] = ['', 0];
  for (const { kind, start, end } of findInText(text, label)) {
    result += replaceRest(text.slice(from, start), context);
    const value =
      kind === 'name' ? withoutGenitives(text.slice(start, end), context.words) : text.slice(start, end);
    const alias = aliasOf(kind, value, context) + text.slice(start + value.length, end);
    context.onReplace?.({ kind, from: text.slice(start, end), to: alias });
    result += alias;
    from = end;
  }
  return result + replaceRest(text.slice(from), context);
}

function replaceRest(text: string, context: ReplaceContext): string {
  const shifted = shiftDates(text, context);
  let [result, from] = ['', 0];
  for (const { text: word, start, end } of wordsOf(shifted)) {
    const known = knownName(word, context.words);
    if (known === null) continue;
    result += shifted.slice(from, start) + aliasWord(word.slice(0, known), context) + word.slice(known);
    from = end;
  }
  return result + shifted.slice(from);
}

/** How many characters of a word are a known name: all, or all but a genitive's `s`; null: it is none. */
function knownName(word: string, words: ReadonlySet<string>): number | null {
  const plain = unshout(word);
  if (words.has(plain)) return word.length;
  return /s$/iu.test(plain) && words.has(plain.slice(0, -1)) ? word.length - 1 : null;
}

/** `fru Aaskovs`: where `Aaskov` is known, the `s` is the grammar's. */
function withoutGenitives(value: string, words: ReadonlySet<string>): string {
  const last = value.slice(value.search(/[^\s]+$/u));
  return !words.has(unshout(last)) && /s$/iu.test(last) && words.has(unshout(last).slice(0, -1))
    ? value.slice(0, -1)
    : value;
}
