import { addCount, type Chain } from './chain.ts';
import type { Item } from './law-reference.ts';
import { skipBracket } from './read-letter.ts';
import { readLetter, readNumber } from './read-number.ts';

export function readCount(
  items: readonly Item[],
  chain: Chain,
  level: 'stk' | 'nr',
  at: number,
  adds: boolean,
): boolean {
  const item = items[at];
  if (item?.kind !== 'number') return false;
  const last = chain.members.at(-1)!;
  if (item.text.includes('.')) {
    if (!item.text.startsWith(`${last.paragraph}.`)) return false;
    last.paragraph = item.text;
    chain.level = 'paragraph';
    chain.next = at + 1;
    return true;
  }
  const count = Number(item.text);
  if (count === 0 || item.text.length > 4) return false;
  addCount(chain, level, count, adds);
  chain.next = readJoinedLitra(items, chain, at + 1);
  return true;
}

/** `stk. 1c`, `nr. 3 a`: a letter behind the count is a litra. */
export function readJoinedLitra(items: readonly Item[], chain: Chain, at: number): number {
  const item = items[at];
  if (item === undefined || item.folded === 'i' || item.folded === 'x' || item.folded === 'm') return at;
  const letter = readLetter(items, at);
  const lower = item.text === letter || item.tight;
  if (letter === null || !lower || items[at + 1]?.kind === 'word') {
    if (letter === null || !item.tight) return at;
  }
  chain.members.at(-1)!.litra = letter;
  return skipBracket(items, at + 1);
}

export function addNumber(
  items: readonly Item[],
  chain: Chain,
  level: 'chapter' | 'paragraph',
  at: number,
): boolean {
  const read = readNumber(items, at);
  if (read === null) return false;
  chain.members.push({ [level]: read.number + (read.letter ?? '') });
  chain.level = level;
  chain.next = read.next;
  return true;
}
