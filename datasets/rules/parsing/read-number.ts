import type { LetteredNumber } from './expand-range.ts';
import type { Item } from './law-reference.ts';

/** A number with its letter, and the index of the item after them. */
export interface ReadNumber extends LetteredNumber {
  next: number;
}

const KEYWORD = /^(?:stk|styk|stykke|nr|nummer|litra|lit|pkt|punktum)$/;
const JOINING = /^(?:og|samt|eller|til|i|jf|jfr|stk|nr|litra|hhv|henholdsvis)$/;
/** Letters that abbreviate a word: `d. 3. maj`, `s. 12`, `m.v.`, `f.eks.`. */
const ABBREVIATING = 'cdefmopstv';

/** The number of a § or chapter at `at`, with its letter: `16 C` → `16`, `c`; or null. */
export function readNumber(items: readonly Item[], at: number): ReadNumber | null {
  const item = items[at];
  if (item?.kind !== 'number' || !/^\d{1,4}(?:\.\d{1,3}){0,5}$/.test(item.text)) return null;
  const number = item.text.includes('.') ? item.text : String(Number(item.text));
  if (number === '0') return null;
  const letter = readLetter(items, at + 1);
  const next = letter === null ? at + 1 : at + 2;
  const read: ReadNumber = { number, next: skipGenitive(items, next, letter === null) };
  if (letter !== null) read.letter = letter;
  return read;
}

/** The letter behind a number, or null where the single letter is a word (`i`), unit or abbreviation. */
export function readLetter(items: readonly Item[], at: number): string | null {
  const item = items[at];
  if (item?.kind !== 'word' || item.text.length !== 1 || !/\p{L}/u.test(item.text)) return null;
  const after = items[at + 1];
  if (after?.tight === true && (after.kind === 'number' || '²³°%/'.includes(after.text))) return null;
  const letter = item.text.toLowerCase();
  if (item.tight) return letter === 's' && isKeyword(after) ? null : letter;
  if (letter === 'x' && after?.kind === 'number') return null;
  if (letter === 'i') return endsNumber(items, at + 1) ? letter : null;
  if (after?.text === '.' && after.tight && abbreviates(items, at + 2, letter)) return null;
  return letter;
}

function isKeyword(item: Item | undefined): boolean {
  return item?.kind === 'word' && KEYWORD.test(item.folded);
}

function abbreviates(items: readonly Item[], at: number, letter: string): boolean {
  const after = items[at];
  if (after === undefined || isKeyword(after)) return false;
  if (after.tight && after.kind === 'word') return true;
  if (!ABBREVIATING.includes(letter)) return false;
  return after.kind === 'number' || (after.kind === 'word' && after.text === after.text.toLowerCase());
}

/** Whether the text behind `§ 6 i` shows that `i` is the letter and not the word `i` (in). */
function endsNumber(items: readonly Item[], at: number): boolean {
  const after = items[at];
  if (after === undefined || after.kind === 'section') return true;
  if (after.kind === 'word') return JOINING.test(after.folded);
  return after.kind === 'mark' && ',;)-:/.'.includes(after.text);
}

/** `§ 10's`, `§ 10s stk. 2`. */
function skipGenitive(items: readonly Item[], at: number, allowed: boolean): number {
  const item = items[at];
  if (!allowed || item === undefined || !item.tight) return at;
  const next = items[at + 1];
  if ((item.text === "'" || item.text === '’') && next?.folded === 's' && next.tight) return at + 2;
  return item.folded === 's' && isKeyword(next) ? at + 1 : at;
}
