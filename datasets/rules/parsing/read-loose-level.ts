import type { Chain, Level } from './chain.ts';
import { nameLaw, resolveReference } from './law-context.ts';
import type { Item } from './law-reference.ts';
import { linkBetween } from './link-between.ts';
import { readLevels } from './read-levels.ts';
import { readNumber } from './read-number.ts';
import { readSection } from './read-section.ts';
import { levelWord } from './read-words.ts';
import { OTHER, type Reader } from './written.ts';

/** How far `stk. 2` may stand from the § it belongs to, in units of text. */
const STK_REACH = 200;

/** `jf. stk. 3`, `stk. 2 i § 10`: levels without a § right before them. */
export function readLooseLevel(reader: Reader, at: number): number {
  const { items } = reader;
  const turned = readTurned(reader, at);
  if (turned !== null) return turned;
  const last = reader.written.at(-1);
  const word = levelWord(items, at)!;
  const base = last?.members.at(-1);
  if (last === undefined || base?.paragraph === undefined) return at + 1;
  const link = linkBetween(items, last.next, at);
  const near = items[at]!.start - last.end <= STK_REACH && items[at - 1]?.kind !== 'number';
  const stk = word.level === 'stk' && items[word.next]?.kind === 'number';
  const resumed = near && items[at - 1]?.text === ';';
  if (link === null && !resumed && !(stk && near && !isArticle(items, at))) return at + 1;
  const chain = readLevels(items, { members: [base], level: 'stk', plural: false, fresh: true, next: at });
  if (chain.next === at) return at + 1;
  const members = chain.members.slice(1);
  const end = items[chain.next - 1]!.end;
  const { law } = last;
  reader.written.push({
    law,
    named: false,
    members,
    start: items[at]!.start,
    end,
    link,
    next: chain.next,
    chain,
  });
  return chain.next;
}

function isArticle(items: readonly Item[], at: number): boolean {
  return items.slice(Math.max(0, at - 4), at).some((item) => OTHER.test(item.folded));
}

/** `nr. 3 i stk. 2 i § 49`: smallest level first. */
function readTurned(reader: Reader, at: number): number | null {
  const { items } = reader;
  const parts: { level: Level; from: number }[] = [];
  let next = at;
  for (let word = levelWord(items, next); word !== null && parts.length < 3; word = levelWord(items, next)) {
    parts.push({ level: word.level, from: next });
    const value = items[word.next];
    if (value?.kind !== 'number' && !(value?.kind === 'word' && value.text.length === 1)) return null;
    let end = word.next + 1;
    while (end < word.next + 10 && /^(?:,|og|-|nr|stk|\.|\d+)$/.test(items[end]?.folded ?? '')) end += 1;
    if (!/^(?:i|af)$/.test(items[end]?.folded ?? '')) return null;
    next = end + 1;
  }
  const law = items[next]?.kind === 'law' ? 1 : 0;
  const section = next + law;
  if (parts.length === 0 || items[section]?.kind !== 'section') return null;
  if (law === 1) {
    const { reference } = items[next]!;
    nameLaw(reference!, resolveReference(reference!, reader.context), reader.context, true);
  }
  const before = reader.written.length;
  const after = readSection(reader, section);
  const written = reader.written[before];
  if (written === undefined || written.members.length !== 1) return after;
  const chain: Chain = {
    members: [written.members[0]!],
    level: 'paragraph',
    plural: false,
    fresh: false,
    next: 0,
  };
  for (const { from } of parts.reverse())
    readLevels(upTo(items, from), { ...chain, members: chain.members, next: from });
  written.members = chain.members;
  written.chain.members = chain.members;
  written.start = items[at]!.start;
  return after;
}

/** The items up to the `i` that ends a level named first. */
function upTo(items: readonly Item[], from: number): readonly Item[] {
  let end = from + 1;
  while (end < items.length && !/^(?:i|af)$/.test(items[end]!.folded)) end += 1;
  return items.slice(0, end);
}

/** `bilag 2, pkt. 13, litra a`, `artikel 6, stk. 3`: read over. */
export function skipOther(reader: Reader, at: number): number {
  const { items } = reader;
  const number = items[at + 1]?.text === '.' ? at + 2 : at + 1;
  const read = readNumber(items, number);
  if (read === null) return at + 1;
  const chain = readLevels(items, {
    members: [{ paragraph: read.number + (read.letter ?? '') }],
    level: 'paragraph',
    plural: false,
    fresh: false,
    next: read.next,
  });
  const last = reader.written.at(-1);
  if (last !== undefined && linkBetween(items, last.next, at) !== null) last.next = chain.next;
  return chain.next;
}
