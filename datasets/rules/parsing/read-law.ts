import { findLaw } from '../find-law.ts';
import type { Chain } from './chain.ts';
import { nameLaw, resolveReference } from './law-context.ts';
import type { Item } from './law-reference.ts';
import { readLevels } from './read-levels.ts';
import { readChain } from './read-section.ts';
import { levelWord } from './read-words.ts';
import { CHAPTER, type Reader, type Written } from './written.ts';

/** Words for a place in a plan or older regulation. */
const PLACE = /^(?:pkt|punkt|punkterne|afsnit|afsnittet|bestemmelse|bestemmelsen|bestemmelserne|stk|pktr)$/;

/** A law's name: sets what later §§ refer to, or belongs to the §§ before it (`§ 5 i byggeloven`). */
export function readLaw(reader: Reader, at: number): number {
  const { items, context } = reader;
  const { reference, adjacentOnly } = items[at]!;
  const id = resolveReference(reference!, context);
  const follows = followsLaw(items, at + 1);
  const behind =
    follows === 'provision' && !behindPreposition(items, at) ? false : giveLawBack(reader, at, id);
  const cited = behind || follows !== null;
  if (cited || !adjacentOnly) nameLaw(reference!, id, context, cited);
  if (behind) return reader.written.at(-1)!.next;
  if (id !== null && follows === 'number' && context.currentDotted) return readPlace(reader, at, id);
  return at + 1;
}

function behindPreposition(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]?.folded;
  return before === 'i' && items[at]!.reference!.genitive === false;
}

/** What stands right behind a law's name: a § or chapter, a dotted number, or neither. */
function followsLaw(items: readonly Item[], from: number): 'provision' | 'number' | null {
  let at = from;
  while (at < from + 4 && items[at]?.kind === 'mark' && ",:()-.'".includes(items[at]!.text)) at += 1;
  const item = items[at];
  if (item === undefined) return null;
  if (item.kind === 'section' || (item.kind === 'word' && CHAPTER.test(item.folded))) return 'provision';
  const place = item.kind === 'word' && PLACE.test(item.folded);
  let number = place ? at + 1 : at;
  if (items[number]?.text === '.') number += 1;
  return items[number]?.kind === 'number' && items[number]!.text.includes('.') ? 'number' : null;
}

/** `BR95 6.7.1, stk. 1`, `lokalplanens punkt 6.2`: a dotted number without §. */
function readPlace(reader: Reader, at: number, law: string): number {
  let number = at + 1;
  const plan = law.startsWith('lokalplan');
  let place = false;
  while (number < at + 6 && reader.items[number]?.kind !== 'number') {
    place ||= PLACE.test(reader.items[number]?.folded ?? '');
    number += 1;
  }
  if (plan && !place) return at + 1;
  return readChain(reader, { at, number, level: 'paragraph', plural: false, law, named: true });
}

/** `, i den gældende`, `(`: what may stand between a § and its law behind it. */
const BEFORE_LAW =
  /^(?:, ?)?(?:\)|\( ?)?(?:(?:i|af|fra)(?: (?:den|det|de))?(?: (?:nu|da)?(?:gaeldende|tidligere))?)?$/;

/** Gives a law to the §§ that stand right before it and have none of their own. */
function giveLawBack(reader: Reader, at: number, id: string | null): boolean {
  const { items, written } = reader;
  const last = written.at(-1);
  if (last === undefined || id === null || last.named || items[at]!.reference!.genitive) return false;
  const between = items.slice(skipRemark(items, last.next), at).map((item) => item.folded);
  if (!BEFORE_LAW.test(between.join(' ').trim())) return false;
  if (between.join('') === ',' && last.law !== null) return false;
  for (let i = written.length - 1; i >= 0; i -= 1) {
    const part = written[i]!;
    if (part.named || (i < written.length - 1 && written[i + 1]!.link === null)) break;
    if (written[i + 1]?.link === 'reference' && part.law !== null) break;
    part.law = id;
  }
  last.named = true;
  last.end = items[at]!.end;
  last.next = at + 1;
  if (items[at + 1]?.text === ')') last.next += 1;
  resumeLevels(reader, last);
  return true;
}

/** The index behind a remark in brackets: `§ 16 (byggetilladelse) i byggeloven`. */
function skipRemark(items: readonly Item[], at: number): number {
  if (items[at]?.text !== '(' || items[at + 1]?.kind !== 'word') return at;
  const length = items.slice(at, at + 12).findIndex((item) => item.text === ')' || item.kind === 'law');
  return length > 0 && items[at + length]!.text === ')' ? at + length + 1 : at;
}

/** `§ 49 i BR18, stk. 2`: levels behind the law belong to the last §. */
function resumeLevels(reader: Reader, last: Written): void {
  const { items } = reader;
  const comma = items[last.next]?.text === ',' ? 1 : 0;
  if (levelWord(items, last.next + comma) === null) return;
  last.chain.next = last.next;
  readLevels(items, last.chain);
  last.next = last.chain.next;
  last.end = items[last.next - 1]!.end;
}

/** A web address: its provisions, and the law that later §§ refer to. */
export function readAddressItem(reader: Reader, at: number): number {
  const item = reader.items[at]!;
  const { reference, provisions = [] } = item;
  if (reference?.how !== 'named') return at + 1;
  const law = findLaw(reader.catalogue, reference.id);
  const kind = law?.kind === 'order' ? 'order' : 'law';
  nameLaw({ ...reference, kind, dotted: law?.numbering === 'dotted' }, reference.id, reader.context, true);
  if (provisions.length === 0) return at + 1;
  const chain: Chain = { members: provisions, level: 'paragraph', plural: true, fresh: false, next: at + 1 };
  const { start, end } = item;
  reader.written.push({
    law: reference.id,
    named: true,
    members: provisions,
    start,
    end,
    link: null,
    next: at + 1,
    chain,
  });
  return at + 1;
}
