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
  /** Words of names that are words of the language too (`Skov`): replaced with a capital, where no sentence begins. */
  doubtful?: Set<string> | undefined;
  days: number;
  applicationDate: string;
  onReplace?: ((replacement: Replacement) => void) | undefined;
  /** Told of every word that was replaced although it may be no name. */
  onDoubtful?: ((word: string) => void) | undefined;
  /** Told of every place that names a time and could not be moved. */
  onLeft?: ((place: string) => void) | undefined;
}

/** Remembers the names in a text: `Gunhild` alone is then the same as in `Gunhild Bisp`. */
export function learnNames(
  text: string,
  label: string,
  words: Set<string>,
  doubtful: Set<string> = new Set(),
): void {
  for (const { kind, start, end } of findInText(text, label)) {
    if (kind !== 'name') continue;
    for (const { text: word } of wordsOf(text.slice(start, end))) {
      const plain = unshout(word);
      if (!isCapital(plain) || plain.endsWith('.')) continue;
      const known = nameWord(plain);
      if (plain.length > 2 && !known.doubtful) words.add(plain);
      else if (plain.length > 1 && (known.given || known.family || !known.common) && !pronoun.test(plain))
        doubtful.add(plain);
    }
  }
}

/** The text with aliases for all findings and all known names, and its dates moved. */
export function replaceText(text: string, label: string, context: ReplaceContext): string {
  let [result, from] = ['', 0];
  for (const { kind, start, end } of findInText(text, label)) {
    result += replaceRest(text.slice(from, start), text.slice(0, from), context);
    const value =
      kind === 'name' ? withoutGenitives(text.slice(start, end), context.words) : text.slice(start, end);
    const alias = aliasOf(kind, value, context) + text.slice(start + value.length, end);
    context.onReplace?.({ kind, from: text.slice(start, end), to: alias });
    result += alias;
    from = end;
  }
  return result + replaceRest(text.slice(from), text.slice(0, from), context);
}

/** @param before what stands before this part of the text */
function replaceRest(text: string, before: string, context: ReplaceContext): string {
  const shifted = shiftDates(text, context);
  const lead = before.slice(-20);
  let [result, from] = ['', 0];
  for (const { text: word, start, end } of wordsOf(shifted)) {
    const known = knownName(word, context.words) ?? doubtfulName(word, start, end);
    if (known === null) continue;
    result += shifted.slice(from, start) + aliasKnown(word.slice(0, known), context) + word.slice(known);
    from = end;
  }
  return result + shifted.slice(from);

  function doubtfulName(word: string, start: number, end: number): number | null {
    const known = knownLength(word, context.doubtful ?? new Set());
    if (known === null || !isCapital(word)) return null;
    const left = (lead + shifted.slice(Math.max(0, start - 20), start)).slice(-20);
    if (sentenceStart.test(left) && !isSubject(shifted.slice(end, end + 40))) return null;
    context.onDoubtful?.(word);
    return known;
  }
}

const pronoun = /^(?:De|Du|Vi|Den|Det|Dem|Deres|Kan|Han|Hun)$/u;
const sentenceStart = /(?:^|[.!?:]\s+|\n\s*|[-•*]\s+)["»“(]*$/u;
/** A verb in the present or the past, or what else follows a person. */
const verb =
  /^\s(?:\p{Ll}{2,}(?:er|år|ede|te)|har|bor|gør|vil|kan|skal|må|bad|gav|fik|kom|gik|skrev|sagde|blev|ville|kunne|skulle|havde|så|tog|selv|som|jeg|han|hun)(?!\p{L})/u;
const noVerb = /^\s(?:eller|efter|over|under|mellem|heller|især|når|enten)(?!\p{L})/u;

/** `Skov mener` begins with somebody, `Skov og mark` does not. */
function isSubject(behind: string): boolean {
  return verb.test(behind) && !noVerb.test(behind);
}

/** In small letters (`quistorff`), as its alias in small letters. */
function aliasKnown(word: string, context: ReplaceContext): string {
  return isCapital(word) ? aliasWord(word, context) : aliasWord(capitalised(word), context).toLowerCase();
}

/** How many characters of a word are a known name; one in small letters counts from five letters on. */
function knownName(word: string, words: ReadonlySet<string>): number | null {
  if (isCapital(word)) return knownLength(word, words);
  const known = word === word.toLowerCase() ? knownLength(capitalised(word), words) : null;
  return known !== null && known >= 5 ? known : null;
}

/** All, or all but a genitive's `s`; null: it is none. */
function knownLength(word: string, words: ReadonlySet<string>): number | null {
  const plain = unshout(word);
  if (words.has(plain)) return word.length;
  return /s$/iu.test(plain) && words.has(plain.slice(0, -1)) ? word.length - 1 : null;
}

function capitalised(word: string): string {
  return word.replace(/(^|-)(\p{Ll})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}

/** `fru Aaskovs`: where `Aaskov` is known, the `s` is the grammar's. */
function withoutGenitives(value: string, words: ReadonlySet<string>): string {
  const last = value.slice(value.search(/[^\s]+$/u));
  return !words.has(unshout(last)) && /s$/iu.test(last) && words.has(unshout(last).slice(0, -1))
    ? value.slice(0, -1)
    : value;
}
