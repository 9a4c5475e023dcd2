import { addCount, addLitra, type Chain } from './chain.ts';
import type { Item } from './law-reference.ts';
import { readBare } from './read-bare.ts';
import { readCount } from './read-count.ts';
import { singleLetter, skipBracket } from './read-letter.ts';
import { readRange } from './read-range.ts';
import { levelWord, readSeparator, type Separator, skipSentence } from './read-words.ts';

/** Reads on from `chain.next` as far as levels, lists and ranges go. Changes and returns the chain. */
export function readLevels(items: readonly Item[], chain: Chain): Chain {
  for (;;) {
    const sentence = skipSentence(items, chain.next);
    if (sentence > chain.next) {
      chain.next = sentence;
      continue;
    }
    const separator = readSeparator(items, chain.next);
    const read =
      readRange(items, chain) ||
      readWord(items, chain, separator) ||
      readOrdinal(items, chain, separator) ||
      readBare(items, chain, separator);
    if (!read) return chain;
  }
}

/** `, stk. 2`, `og nr. 5`, `, litra a`. */
function readWord(items: readonly Item[], chain: Chain, separator: Separator): boolean {
  const word = levelWord(items, separator.next);
  if (word === null) return false;
  const adds = separator.kind === 'and' || chain.fresh;
  if (word.level === 'litra') {
    const letter = singleLetter(items, word.next);
    if (letter === null) return false;
    addLitra(chain, letter, adds);
    chain.next = skipBracket(items, word.next + 1);
    return true;
  }
  return readCount(items, chain, word.level, word.next, adds);
}

/** `, 2. stk.`: the number first. */
function readOrdinal(items: readonly Item[], chain: Chain, separator: Separator): boolean {
  const [number, dot, word, after] = items.slice(separator.next, separator.next + 4);
  if (separator.kind === 'none' || number?.kind !== 'number' || dot?.text !== '.') return false;
  if (word === undefined || levelWord(items, separator.next + 2)?.level !== 'stk') return false;
  const dotted = after?.text === '.' ? 1 : 0;
  if (items[separator.next + 3 + dotted]?.kind === 'number') return false;
  addCount(chain, 'stk', Number(number.text), separator.kind === 'and');
  chain.next = separator.next + 3 + dotted;
  return true;
}
