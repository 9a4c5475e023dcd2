import { type Chain, type Levels, paragraphOf, stkOf } from './chain.ts';
import { expandLetters, expandNumbers } from './expand-range.ts';
import type { Item } from './law-reference.ts';
import { isMeasure } from './measure-words.ts';
import { readJoinedLitra } from './read-count.ts';
import { rises, singleLetter, skipBracket, splitLetter } from './read-letter.ts';
import { readNumber } from './read-number.ts';
import { levelWord, skipRangeSign } from './read-words.ts';

/** `- 186`, `til § 351`, `- nr. 3`, `-d`. */
export function readRange(items: readonly Item[], chain: Chain): boolean {
  const sign = skipRangeSign(items, chain.next);
  if (sign === null) return false;
  let at = sign;
  let level = chain.level;
  const word = levelWord(items, at);
  if (items[at]?.kind === 'section') {
    if (chain.members.at(-1)!.paragraph === undefined) return false;
    level = 'paragraph';
    at += 1;
  } else if (word !== null) {
    if (word.level !== level) return false;
    at = word.next;
  }
  const repeated = at > sign;
  if (level === 'chapter' || level === 'paragraph') return extendNumbers(items, chain, level, at, repeated);
  const last = chain.members.at(-1)!;
  const letter = last.litra === undefined ? null : singleLetter(items, at);
  if (letter !== null) {
    const { litra, ...above } = last;
    for (const next of further(expandLetters(litra!, letter), chain))
      chain.members.push({ ...above, litra: next });
    chain.next = skipBracket(items, at + 1);
    return true;
  }
  if (level === 'litra' || items[at]?.kind !== 'number') return false;
  return extendCounts(items, chain, level, at, repeated);
}

function extendNumbers(
  items: readonly Item[],
  chain: Chain,
  level: 'chapter' | 'paragraph',
  at: number,
  repeated: boolean,
): boolean {
  const first = splitLetter(chain.members.at(-1)![level]!);
  const letter = first.letter === undefined ? null : singleLetter(items, at);
  const last = letter === null ? readNumber(items, at) : { number: first.number, letter, next: at + 1 };
  if (last === null) return false;
  if (!repeated && !rises(first, last)) return false;
  if (!repeated && letter === null && isMeasure(items, at, level, chain.plural)) return false;
  for (const number of further(expandNumbers(first, last), chain)) chain.members.push({ [level]: number });
  chain.level = level;
  chain.next = last.next;
  return true;
}

function extendCounts(
  items: readonly Item[],
  chain: Chain,
  level: 'stk' | 'nr',
  at: number,
  repeated: boolean,
): boolean {
  const last = chain.members.at(-1)!;
  const from = last[level];
  const to = items[at]!.text;
  if (from === undefined || to.includes('.') || Number(to) <= from) return false;
  if (!repeated && isMeasure(items, at, level, chain.plural)) return false;
  const above: Levels = level === 'stk' ? paragraphOf(last) : { ...paragraphOf(last), ...stkOf(last) };
  for (const count of further(expandNumbers({ number: String(from) }, { number: to }), chain)) {
    chain.members.push({ ...above, [level]: Number(count) });
  }
  chain.next = readJoinedLitra(items, chain, at + 1);
  return true;
}

/** What a range adds to its first member. */
function further(all: string[], chain: Chain): string[] {
  return all.slice(chain.brief ? Math.max(1, all.length - 1) : 1);
}
