import { findInText } from '../find-in-text.ts';
import { nameWord } from '../names/name-words.ts';
import { normaliseText } from '../normalise-text.ts';
import { isCapital, unshout, type Word, wordsOf } from '../words.ts';
import { aliasCaseId } from './alias-case-id.ts';
import { type AliasScope, aliasDistrict, aliasOf, aliasStreet, aliasTown, aliasWord } from './alias-of.ts';
import type { CaseIds } from './case-ids.ts';
import { findKnown, type KnownValues, type ValueKind } from './known-values.ts';
import { shiftDates } from './shift-dates.ts';
import { visibleText } from './visible-text.ts';

export interface Replacement {
  kind: ValueKind | 'caseId';
  from: string;
  to: string;
}

export interface ReplaceContext extends AliasScope {
  /** Words of names in the case that are no words of the language: replaced wherever they stand. */
  words: Set<string>;
  /** Words of names that are words of the language too (`Skov`): replaced with a capital, where no sentence begins. */
  doubtful?: Set<string> | undefined;
  /** Addresses, numbers and the like of the case: replaced wherever they stand. */
  values?: KnownValues | undefined;
  /** Of the whole data set. */
  caseIds?: CaseIds | undefined;
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
    for (const { text: word } of wordsOf(normaliseText(text.slice(start, end)).text))
      learnWord(word, words, doubtful);
  }
}

/** Remembers given names that stand before a known one: `Per` in `Gunhilds mand Per Bisp`. */
export function learnBeside(text: string, words: Set<string>, doubtful: Set<string> = new Set()): void {
  const all = wordsOf(normaliseText(text).text);
  for (const [at, { text: word }] of all.entries()) {
    if (isCapital(word) && nameWord(unshout(word)).given && isBeforeKnown(all, at, words))
      learnWord(word, words, doubtful);
  }
}

function learnWord(word: string, words: Set<string>, doubtful: Set<string>): void {
  const plain = unshout(word);
  if (!isCapital(plain) || plain.endsWith('.')) return;
  const known = nameWord(plain);
  if (plain.length > 2 && !known.doubtful) words.add(plain);
  else if (plain.length > 1 && (known.given || known.family || !known.common) && !pronoun.test(plain))
    doubtful.add(plain);
}

/** A blank before a name of the case that is no word of the language. */
function isBeforeKnown(all: readonly Word[], at: number, words: ReadonlySet<string>): boolean {
  const next = all[at + 1];
  return next?.gap === ' ' && isCapital(next.text) && knownLength(next.text, words) !== null;
}

/** The text with aliases for all findings, all known values and names and all ids of cases, and its dates moved. */
export function replaceText(original: string, label: string, context: ReplaceContext): string {
  const text = visibleText(original, (word) => knownLength(word, context.words) !== null);
  let [result, from] = ['', 0];
  for (const { kind, start, end, caseId } of placesOf(text, label, context)) {
    result += replaceRest(text.slice(from, start), text.slice(0, from), context);
    const found = text.slice(start, end);
    const value = kind === 'name' ? withoutGenitives(found, context.words) : found;
    const plain = normaliseText(value).text;
    const alias =
      (caseId === undefined
        ? aliasOfKind(kind as ValueKind, plain, context)
        : aliasCaseId(caseId, context.key)) + found.slice(value.length);
    context.onReplace?.({ kind, from: found, to: alias });
    result += alias;
    from = end;
  }
  return result + replaceRest(text.slice(from), text.slice(0, from), context);
}

interface Place {
  kind: ValueKind | 'caseId';
  start: number;
  end: number;
  caseId?: string | undefined;
}

/** In the text's order, without overlaps: ids of cases first, then what is found, then what is known of the case. */
function placesOf(text: string, label: string, { caseIds, values }: ReplaceContext): Place[] {
  const ids = (caseIds?.find(text) ?? []).map((each): Place => ({ ...each, kind: 'caseId' }));
  const found = findInText(text, label).map(({ kind, start, end }): Place => {
    const caseId = kind === 'sagsnummer' ? caseIds?.idOf(text.slice(start, end)) : undefined;
    return { kind: caseId === undefined ? kind : 'caseId', start, end, caseId };
  });
  const known: Place[] = values === undefined ? [] : findKnown(text, values);
  return addApart(addApart(ids, found), known);
}

/** Places with those of `more` that overlap none of them, in the text's order. None overlaps another of its own list. */
function addApart(places: readonly Place[], more: readonly Place[]): Place[] {
  let at = 0;
  const apart = more.toSorted(byStart).filter(({ start, end }) => {
    while (at < places.length && places[at]!.end <= start) at += 1;
    return at === places.length || end <= places[at]!.start;
  });
  return [...places, ...apart].sort(byStart);
}

function byStart(a: Place, b: Place): number {
  return a.start - b.start;
}

function aliasOfKind(kind: ValueKind, value: string, context: ReplaceContext): string {
  if (kind === 'street') return aliasStreet(value, context);
  if (kind === 'town') return aliasTown(value, context);
  return kind === 'district' ? aliasDistrict(value, context) : aliasOf(kind, value, context);
}

/** @param before what stands before this part of the text */
function replaceRest(text: string, before: string, context: ReplaceContext): string {
  const shifted = shiftDates(text, context);
  const lead = before.slice(-20);
  let [result, from] = ['', 0];
  const all = wordsOf(shifted);
  for (const [at, { text: word, start, end }] of all.entries()) {
    const known = knownName(word, context.words) ?? initial(at) ?? doubtfulName(at);
    if (known === null) continue;
    result += shifted.slice(from, start) + aliasKnown(word.slice(0, known), context) + word.slice(known);
    from = end;
  }
  return result + shifted.slice(from);

  /** `P. Bisp` */
  function initial(at: number): number | null {
    const { text: word } = all[at]!;
    return /^\p{Lu}\.$/u.test(word) && isBeforeKnown(all, at, context.words) ? word.length : null;
  }

  function doubtfulName(at: number): number | null {
    const { text: word, start, end } = all[at]!;
    const known = knownLength(word, context.doubtful ?? new Set());
    if (known === null || !isCapital(word)) return null;
    if (isBeforeKnown(all, at, context.words)) return known;
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
