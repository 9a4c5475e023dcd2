import { findLaw } from '../find-law.ts';
import { inheritLaw, resolveReference } from './law-context.ts';
import type { Item } from './law-reference.ts';
import { readLevels } from './read-levels.ts';
import { readNumber } from './read-number.ts';
import { linkToLast, MAX_PROVISIONS, type Reader, type Written } from './written.ts';

export function readSection(reader: Reader, at: number): number {
  const number = reader.items[at + 1]?.text === '.' ? at + 2 : at + 1;
  if (reader.items[number]?.kind !== 'number') return at + 1;
  return readChain(reader, { at, number, level: 'paragraph', plural: reader.items[at]!.plural ?? false });
}

interface ChainStart {
  /** The § sign, the word `kap.`, or the law's name. */
  at: number;
  number: number;
  level: 'chapter' | 'paragraph';
  plural: boolean;
  law?: string;
  named?: boolean;
}

export function readChain(reader: Reader, start: ChainStart): number {
  const { items } = reader;
  const read = readNumber(items, start.number);
  if (read === null) return start.number;
  const first = read.number + (read.letter ?? '');
  const chain = readLevels(items, {
    members: [{ [start.level]: first }],
    level: start.level,
    plural: start.plural,
    fresh: false,
    brief: reader.provisions > MAX_PROVISIONS,
    next: read.next,
  });
  const law =
    start.law === undefined
      ? findLawOf(reader, start.at, first)
      : { id: start.law, named: true, from: start.at };
  reader.provisions += chain.members.length;
  const written: Written = {
    law: law.id,
    named: law.named,
    members: chain.members,
    start: items[law.from]!.start,
    end: items[chain.next - 1]!.end,
    link: law.named && law.from < start.at ? null : (linkToLast(reader, start.at) ?? null),
    next: chain.next,
    chain,
  };
  if (start.level === 'paragraph') dropChapterBefore(reader, start.at, written);
  reader.written.push(written);
  return chain.next;
}

interface FoundLaw {
  id: string | null;
  named: boolean;
  /** Item where the citation with its law begins. */
  from: number;
}

/** The law of the § or chapter at `at`: beside it, of the list it continues, or last named. */
function findLawOf(reader: Reader, at: number, number: string): FoundLaw {
  const { items, context } = reader;
  let before = at - 1;
  while (
    before > at - 6 &&
    before >= 0 &&
    items[before]!.kind === 'mark' &&
    ',:()-\'"»«'.includes(items[before]!.text)
  ) {
    before -= 1;
  }
  const item = items[before];
  const last = reader.written.at(-1);
  const taken = last !== undefined && last.next > before;
  if ((item?.kind === 'law' || item?.kind === 'address') && item.reference !== undefined && !taken) {
    const id = resolveReference(item.reference, context);
    return { id, named: id !== null, from: before };
  }
  const dotted = number.includes('.');
  const link = linkToLast(reader, at);
  if (link !== null && last !== undefined && (!dotted || isDotted(reader, last.law))) {
    if (link === 'list' || last.law !== null) return { id: last.law, named: false, from: at };
  }
  return { id: inheritLaw(dotted, context), named: false, from: at };
}

function isDotted(reader: Reader, law: string | null): boolean {
  return law?.startsWith('lokalplan') || findLaw(reader.catalogue, law)?.numbering === 'dotted';
}

/** `BR18, kap. 1, § 40`: the § wins, and the chapter's law is its law. */
function dropChapterBefore(reader: Reader, at: number, written: Written): void {
  const last = reader.written.at(-1);
  if (last === undefined || last.members.length !== 1 || last.members[0]!.chapter === undefined) return;
  if (last.members[0]!.stk !== undefined || !titleBetween(reader.items, last.next, at)) return;
  reader.written.pop();
  if (!written.named) {
    written.law = last.law;
    written.named = last.named;
  }
  written.start = last.start;
  written.link = last.link;
}

/** Between chapter and §: nothing, a mark, or the chapter's title. */
function titleBetween(items: readonly Item[], from: number, to: number): boolean {
  if (to - from > 10) return false;
  const between = items.slice(from, to);
  if (between.every((item) => item.kind === 'mark' && ',:()-'.includes(item.text))) return true;
  const first = between.find((item) => item.kind === 'word');
  if (
    between.some((item) => item.kind !== 'word' && !(item.kind === 'mark' && ',:()-"»«'.includes(item.text)))
  ) {
    return false;
  }
  if (
    between.some((item) =>
      /^(?:jf|jfr|samt|herunder|efter|se|i|eller|kraever|skal|gaelder|er|har)$/.test(item.folded),
    )
  )
    return false;
  const title = first!.folded === 'om' || /^\p{Lu}/u.test(first!.text) || ',(-:'.includes(between[0]!.text);
  return title && first!.folded !== 'og';
}
