import type { LetteredNumber } from './expand-range.ts';
import type { Item } from './law-reference.ts';

/** A single letter that stands for a level, not the word `i`. */
export function singleLetter(items: readonly Item[], at: number): string | null {
  const item = items[at];
  if (item?.kind !== 'word' || item.text.length !== 1 || !/[a-zæøå]/iu.test(item.text)) return null;
  const after = items[at + 1];
  if (
    item.folded === 'i' &&
    !endsClause(items, at + 1) &&
    !/^(?:og|eller|samt|til)$/.test(after?.folded ?? '')
  )
    return null;
  if (after?.tight === true && (after.kind === 'number' || '²³'.includes(after.text))) return null;
  return item.text.toLowerCase();
}

export function endsClause(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return true;
  if (item.kind !== 'mark') return false;
  if (item.text === '.' && item.tight && items[at + 1]?.tight === true) return false;
  return ',;.):-'.includes(item.text);
}

export function skipBracket(items: readonly Item[], at: number): number {
  return items[at]?.text === ')' && items[at]!.tight ? at + 1 : at;
}

export function splitLetter(number: string): LetteredNumber {
  const match = /^([\d.]+)([a-zæøå])$/u.exec(number);
  return match === null ? { number } : { number: match[1]!, letter: match[2] };
}

export function rises(first: LetteredNumber, last: LetteredNumber): boolean {
  const key = ({ number, letter }: LetteredNumber): string =>
    number
      .split('.')
      .map((part) => part.padStart(5, '0'))
      .join('.') + (letter ?? '');
  return key(last) > key(first);
}
