import { addLitra, type Chain } from './chain.ts';
import type { Item } from './law-reference.ts';
import { isMeasure } from './measure-words.ts';
import { addNumber, readCount } from './read-count.ts';
import { endsClause, rises, singleLetter, skipBracket, splitLetter } from './read-letter.ts';
import { readNumber } from './read-number.ts';
import { levelWord, type Separator, skipSentence } from './read-words.ts';

/** `, 3 og 5`: a number or letter that continues the level last named. */
export function readBare(items: readonly Item[], chain: Chain, separator: Separator): boolean {
  const { kind, next: at } = separator;
  if (kind === 'none' || kind === 'soft') return false;
  const number = items[at]?.kind === 'number' && !chain.fresh && skipSentence(items, at) === at;
  if (kind === 'semicolon' || kind === 'slash') {
    const paragraphs = chain.plural && number && !isMeasure(items, at, 'paragraph', true);
    return paragraphs && addNumber(items, chain, 'paragraph', at);
  }
  if (readBareLetter(items, chain, at)) return true;
  if (!number) return false;
  if (opensParagraph(items, chain, at)) return addNumber(items, chain, 'paragraph', at);
  const level = chain.level === 'litra' ? 'nr' : chain.level;
  if (chain.level === 'litra' && !items[at + 1]?.tight) return false;
  if (isMeasure(items, at, level, chain.plural) || !(chain.plural || goesOn(items, chain, at))) return false;
  if (level === 'chapter' || level === 'paragraph') return addNumber(items, chain, level, at);
  if (items[at]!.text.includes('.')) return false;
  return readCount(items, chain, level, at, true);
}

/** A list under one § sign rises, or stops there: `§ 49 og 3 trin` is no list. */
function goesOn(items: readonly Item[], chain: Chain, at: number): boolean {
  if (chain.level === 'chapter' || endsClause(items, at + 1)) return true;
  const last = chain.members.at(-1)!;
  const before =
    chain.level === 'paragraph' ? last.paragraph! : String((chain.level === 'stk' ? last.stk : last.nr) ?? 0);
  return (
    items[at]!.text.includes('.') ||
    rises({ number: splitLetter(before).number }, { number: items[at]!.text, letter: 'z' })
  );
}

/** `litra a, b og c`; `§ 6 a, b`; `stk. 1, a)`. */
function readBareLetter(items: readonly Item[], chain: Chain, at: number): boolean {
  const letter = singleLetter(items, at);
  if (letter === null) return false;
  const last = chain.members.at(-1)!;
  const bracket = items[at + 1]?.text === ')';
  if (chain.level === 'paragraph') {
    const { number, letter: before } = splitLetter(last.paragraph!);
    if (before === undefined || letter <= before || bracket) return false;
    chain.members.push({ paragraph: number + letter });
  } else if (chain.level === 'chapter') return false;
  else if (last.litra !== undefined || bracket || endsClause(items, at + 1)) addLitra(chain, letter, false);
  else return false;
  chain.next = skipBracket(items, at + 1);
  return true;
}

/** `§§ 3, stk. 6, 5, stk. 6`: a bare number before `stk.`, or the second of `§§ 5, stk. 1, og 7`. */
function opensParagraph(items: readonly Item[], chain: Chain, at: number): boolean {
  if (chain.level === 'paragraph' || chain.level === 'chapter') return false;
  const last = chain.members.at(-1)!;
  const read = readNumber(items, at);
  if (read === null || last.paragraph === undefined) return false;
  const comma = items[read.next]?.text === ',' ? 1 : 0;
  const word = levelWord(items, read.next + comma);
  const beforeStk = word?.level === 'stk' && items[word.next]?.kind === 'number';
  if (beforeStk && (chain.plural || chain.level === 'stk')) return true;
  if (!chain.plural) return false;
  if (read.number.includes('.')) return true;
  const alone = chain.members.every((member) => member.paragraph === last.paragraph);
  const rises = Number(read.number) > Number.parseInt(last.paragraph, 10);
  return alone && rises && (chain.level === 'stk' || items[chain.next]?.text === ',');
}
