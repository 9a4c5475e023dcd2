import type { Detector, Span } from '../detector.ts';
import {
  andBetween,
  firmAfter,
  firmBefore,
  firmWords,
  greetingBefore,
  namelessBefore,
  nobody,
  officeWord,
  personBefore,
  roleBefore,
  streetAfter,
  streetWords,
  titleBefore,
  weakBefore,
  wordAfter,
} from '../names/name-context.ts';
import { type NameWord, nameWord } from '../names/name-words.ts';
import { holdsAlias } from '../pseudonymise/alias-token.ts';
import { inDanishLetters, isCapital, unshout, type Word, wordsOf } from '../words.ts';

interface Known extends Word, NameWord {}

const particles = new Set([
  'von',
  'van',
  'de',
  'af',
  'da',
  'der',
  'la',
  'el',
  'al',
  'bin',
  'du',
  'zu',
  'dos',
  'di',
]);
const longest = 7;

/**
 * Names of people. A given name carries the words with capitals behind it; a family name alone, and a name that no
 * list has, need a word before them that announces a person. `Skov` the wood has none, `naboen Skov` has.
 */
export const personName: Detector = (text): Span[] => {
  const words = wordsOf(text);
  const spans: Span[] = [];
  let person: Person = { end: -1, isAnnounced: false };
  for (let at = 0; at < words.length; ) {
    const run = runFrom(words, at);
    if (run.length === 0) {
      at += 1;
      continue;
    }
    const { span, used } = readRun(text, run, person);
    if (span !== null) {
      spans.push(span);
      const isJoined = person.isAnnounced && andBetween.test(text.slice(person.end, span.start).slice(0, 12));
      person = { end: span.end, isAnnounced: isJoined || personBefore.test(leadOf(text, span)) };
    }
    at += used;
  }
  return spans;
};

/** The last name before a place. */
interface Person {
  end: number;
  /** A word before it announced a person; so it does for who is joined to them. */
  isAnnounced: boolean;
}

/** Words with capitals, one space apart, with particles and initials between. */
function runFrom(words: readonly Word[], from: number): Known[] {
  const run: Known[] = [];
  for (let at = from; at < words.length && run.length < longest; at += 1) {
    const word = words[at]!;
    const next = words[at + 1];
    if (at > from && !joins(word, run.at(-1)!)) break;
    if (word.text.length === 1 && next?.gap === '/') break;
    const particle = at > from && particles.has(word.text) && next?.gap === ' ' && isCapital(next.text);
    if (!particle && !isCapital(word.text)) break;
    run.push({ ...word, ...known(word.text, [run.at(-1)?.text, next?.text]) });
  }
  return run;
}

/** Two or three capitals are an abbreviation (`BEK`, `ETA`), except in a name that is all in capitals. */
function known(text: string, beside: readonly (string | undefined)[] = []): NameWord {
  const shouted = beside.some((other) => other !== undefined && /^\p{Lu}{4,}$/u.test(other));
  if (!shouted && /^\p{Lu}{2,3}$/u.test(text))
    return { given: false, family: false, listed: false, doubtful: true, common: true };
  return nameWord(unshout(text));
}

/** A given name and its family name may be parted by a line's end. */
function joins(word: Word, last: Known): boolean {
  if (word.gap === ' ' || word.gap === '\u00a0') return true;
  if (word.gap !== '\n' || !last.given || last.doubtful) return false;
  const { family, doubtful } = known(word.text);
  return family && !doubtful;
}

interface Found {
  span: Span | null;
  /** Words of the run that are done with. */
  used: number;
}

function readRun(text: string, run: readonly Known[], person: Person): Found {
  const first = run.findIndex(
    (word, at) =>
      !isCommon(word) || isPair(word, run[at + 1]) || isAnnounced(text, word) || isJoined(text, word, person),
  );
  if (first < 0) return { span: null, used: run.length };
  const { start } = run[first]!;
  const lead = leadOf(text, run[first]!);
  let last = first;
  while (last + 1 < run.length && continues(run[last + 1]!)) last += 1;
  const name = run.slice(first, last + 1);
  if (isAlias(name)) return { span: null, used: last + 1 };
  if (isFirm(text, run, first, last, lead)) return { span: null, used: run.length };
  const { end } = name.at(-1)!;
  const confidence = isJoined(text, name[0]!, person) ? 0.8 : judge(name, lead, text.slice(end, end + 40));
  return { span: confidence === null ? null : { kind: 'name', start, end, confidence }, used: last + 1 };
}

/** `Bo Andersen`, `HANS HENRIK`: the name behind it says that `Bo` is one too. */
function isPair({ given }: Known, next: Known | undefined): boolean {
  return given && next !== undefined && (next.family || next.given) && !next.doubtful;
}

/** `naboen Skov`, `Ansøger: Mark Lund`, `Ejer: Skov`: here a word of the language is a name. */
function isAnnounced(text: string, word: Known): boolean {
  const { family, given, end } = word;
  if (!family && !given) return false;
  const lead = leadOf(text, word);
  if ((family && titleBefore.test(lead)) || (given && personBefore.test(lead))) return true;
  return family && roleBefore.test(lead) && !wordAfter.test(text.slice(end, end + 20));
}

/** `Per og Lone`, `naboerne Skov og Lund`: known as a name, and joined to one; or unknown, and joined to one in a form. */
function isJoined(text: string, word: Known, { end, isAnnounced: isAfterLabel }: Person): boolean {
  if (end < 0 || word.start - end > 12) return false;
  const between = text.slice(end, word.start);
  if (!andBetween.test(between)) return false;
  if (word.given || word.family) return !(word.doubtful && between.startsWith(','));
  if (!isAfterLabel || !/^ (?:og|&) $/u.test(between) || !isUnlisted(word)) return false;
  const after = text.slice(word.end, word.end + 40);
  return standsAlone.test(after) || /^ \p{Ll}/u.test(after);
}

/** A word that no list has, and that is no office and no `Ukendt`. */
function isUnlisted({ text, common }: Known): boolean {
  if (common || text.length < 3 || nobody.test(text) || officeWord.test(text)) return false;
  return /^\p{Lu}[\p{Ll}’']+(?:-\p{Lu}\p{Ll}+)?$/u.test(text);
}

const standsAlone =
  /^s?[.,;)]? {0,3}(?:\n|$)|^(?: {2}|[,;)/]|\.(?: |$)| (?:og|&) \p{Lu}| (?:er|har|vil|ønsker|bor|søger|kan|skal) )/u;

function leadOf(text: string, { start }: { start: number }): string {
  return inDanishLetters(text.slice(Math.max(0, start - 60), start));
}

function isCommon(word: Known): boolean {
  return word.common && !(word.given && !word.doubtful);
}

function continues(word: Known): boolean {
  return !word.common || word.family || word.given || particles.has(word.text);
}

/** `Axrulomi Axtanebo`: made by pseudonymisation, and by nobody else. */
function isAlias(name: readonly Known[]): boolean {
  if (!name.some(({ text }) => holdsAlias(text))) return false;
  return name.every(
    ({ text, common }) => common || holdsAlias(text) || /^\p{Lu}\.$/u.test(text) || particles.has(text),
  );
}

function isFirm(text: string, run: readonly Known[], first: number, last: number, lead: string): boolean {
  const end = run[last]!.end;
  const after = text.slice(end, end + 70);
  if (firmAfter.test(after) || streetAfter.test(after)) return true;
  if (firmBefore.test(lead) && !/v\/\s?$/u.test(lead)) return true;
  if (last > first && streetWords.test(run[last]!.text)) return true;
  return run.slice(first).some(({ text: word }) => firmWords.test(word));
}

function judge(name: readonly Known[], lead: string, after: string): number | null {
  const head = name[0]!;
  const rest = name.slice(1);
  const sure = rest.some(({ family, doubtful }) => family && !doubtful);
  if (titleBefore.test(lead)) return 0.85;
  if (personBefore.test(lead)) {
    if (isPlausible(name)) return 0.9;
    if (namelessBefore.test(lead) && isUnlisted(head) && standsAlone.test(after)) return 0.7;
    if (greetingBefore.test(lead) && isUnlisted(head) && endsLine.test(after)) return 0.6;
  }
  if (head.given && rest.length > 0) {
    if (!head.doubtful) return 0.95;
    return sure || rest.some(({ family }) => family) ? 0.8 : null;
  }
  const weak = weakBefore.test(lead);
  const listed = rest.some(({ family, doubtful, listed }) => family && !doubtful && listed);
  if (
    listed ||
    (weak && sure) ||
    (rest.length > 0 && rest.some(({ given, doubtful }) => given && !doubtful))
  ) {
    return weak ? 0.75 : 0.6;
  }
  if (rest.length > 0 && rest.some(({ family }) => family) && weak) return 0.5;
  return head.given && !head.doubtful && isAlone(head, lead, after) ? 0.5 : null;
}

/** Behind a label: more than one word, or one that is known as a name. */
function isPlausible(name: readonly Known[]): boolean {
  return name.length > 1 || name[0]!.given || name[0]!.family;
}

const endsLine = /^[.,]? {0,3}(?:\n|$)/u;

/** A given name by itself, in running text. */
function isAlone({ text }: Word, lead: string, after: string): boolean {
  if (text.length < 3) return false;
  return /^ (?:og|&) \p{Lu}/u.test(after) || (/[\p{Ll},] $/u.test(lead) && /^(?:s?[ ,.]|$)/u.test(after));
}
