import type { Item } from './law-reference.ts';
import { readNumber } from './read-number.ts';
import { readChain } from './read-section.ts';
import type { Reader, Written } from './written.ts';

/** Words that announce a provision. */
const LEGAL =
  /^(?:jf|jfr|efter|iht|henhold|medfoer|reglerne|kravene|bestemmelserne|regler|krav|bestemmelser)$/;

/** `kap. 5`, `BR15, kap. 2.2.3, stk. 1`; returns the index behind it. */
export function readChapter(reader: Reader, at: number): number {
  const { items } = reader;
  const number = items[at + 1]?.text === '.' ? at + 2 : at + 1;
  const read = readNumber(items, number);
  if (read === null) return at + 1;
  const behind = items.slice(read.next, read.next + 1);
  const dotted = read.number.includes('.');
  const last = reader.written.at(-1);
  if (last !== undefined && last.members.at(-1)?.paragraph !== undefined && isPlaceOfLast(reader, at, last)) {
    last.next = read.next;
    return read.next;
  }
  const before = reader.written.length;
  const next = readChain(reader, { at, number, level: dotted ? 'paragraph' : 'chapter', plural: false });
  const written = reader.written[before];
  if (written !== undefined && !dotted && !belongsToLaw(reader, written, at, behind)) reader.written.pop();
  return next;
}

/** `§ 82 i kapitel 5`, `§ 82 (kap. 5)`: the chapter says where the § stands. */
function isPlaceOfLast(reader: Reader, at: number, last: Written): boolean {
  const between = reader.items
    .slice(last.next, at)
    .map((item) => item.folded)
    .join(' ');
  return /^(?:,? ?i|\(|,|\( i)$/.test(between);
}

/** A bare chapter without a law is a citation where the text says so, not in `kapitel 3 i rapporten`. */
function belongsToLaw(reader: Reader, written: Written, at: number, behind: readonly Item[]): boolean {
  if (written.named || written.link !== null) return true;
  const { items } = reader;
  const next = items[written.next];
  const elsewhere =
    (next?.folded === 'i' || next?.folded === 'af') && lawSoon(items, written.next + 1) === false;
  if (elsewhere) return false;
  if (written.law !== null || next?.folded === 'i') return true;
  if (at === 0 && behind.every((item) => item.kind !== 'word')) return true;
  const before = items[at - 1]?.folded ?? '';
  const joins = /^(?:\.|til|af|i)$/.test(before);
  return LEGAL.test(joins ? (items[at - 2]?.folded ?? '') : before);
}

function lawSoon(items: readonly Item[], from: number): boolean {
  const next = items
    .slice(from, from + 3)
    .find((item) => !/^(?:den|det|de|gaeldende|nugaeldende)$/.test(item.folded));
  return next?.kind === 'law' || next?.kind === 'address';
}
