import type { Item } from './law-reference.ts';

/** What stands between two members of a list. `next`: the item behind it. */
export interface Separator {
  kind: 'none' | 'comma' | 'and' | 'slash' | 'semicolon' | 'soft';
  next: number;
}

const AND = /^(?:og|samt|eller|hhv|henholdsvis|saavel|baade|enten|eventuelt|evt)$/;
const STK = /^(?:stk|styk|stykke|stykker|stykkerne|stks)$/;
const NR = /^(?:nr|nre|nummer|numre|numrene|nrs)$/;
const LITRA = /^(?:litra|lit|litraer|litrae|bogstav|bogstaverne|litr)$/;
const SENTENCE = /^(?:pkt|punktum|punktummer|led|saetning|pktr)$/;
const ORDINAL = /^(?:foerste|andet|tredje|fjerde|femte|sidste)$/;

/** Comma, semicolon, slash, `og`, `samt` …, or a soft mark (`.`, `:`, `(`, `-`) at `at`. */
export function readSeparator(items: readonly Item[], at: number): Separator {
  let next = at;
  let kind: Separator['kind'] = 'none';
  for (let steps = 0; steps < 5; steps += 1) {
    const item = items[next];
    if (item?.kind === 'word' && AND.test(item.folded)) kind = 'and';
    else if (item?.text === '&' || item?.text === '+') kind = 'and';
    else if (item?.text === ',' && kind !== 'and') kind = 'comma';
    else if (item?.text === ',' && kind === 'and') break;
    else if (item?.text === ';' && kind === 'none') kind = 'semicolon';
    else if (item?.text === '/') kind = kind === 'none' ? 'slash' : kind;
    else if (item?.text === '.' && kind === 'and') kind = 'and';
    else if (kind === 'none' && item?.kind === 'mark' && '.:(-'.includes(item.text)) kind = 'soft';
    else break;
    next += 1;
  }
  return { kind, next };
}

/** `stk.`, `nr.`, `litra` at `at`, and the index of the item behind it and its dot; or null. */
export function levelWord(
  items: readonly Item[],
  at: number,
): { level: 'stk' | 'nr' | 'litra'; next: number } | null {
  const item = items[at];
  if (item?.kind !== 'word') return null;
  const level = STK.test(item.folded)
    ? 'stk'
    : NR.test(item.folded)
      ? 'nr'
      : LITRA.test(item.folded)
        ? 'litra'
        : null;
  if (level === null) return null;
  let next = at + 1;
  while (next < at + 3 && (items[next]?.text === '.' || items[next]?.text === ':')) next += 1;
  return { level, next };
}

/** The index behind `, 2. pkt.`, `, 1. og 2. pkt.`, `, pkt. 2`, `, sidste punktum`; else `at`. */
export function skipSentence(items: readonly Item[], at: number): number {
  let i = readSeparator(items, at).next;
  if (items[i]?.kind === 'word' && ORDINAL.test(items[i]!.folded) && isSentenceWord(items[i + 1])) {
    return skipDot(items, i + 2);
  }
  if (isSentenceWord(items[i]) && items[i]!.folded !== 'led') {
    const number = skipDot(items, i + 1);
    if (items[number]?.kind !== 'number' || items[number]!.text.includes('.')) return at;
    return number + 1;
  }
  for (
    let members = 0;
    members < 6 && items[i]?.kind === 'number' && !items[i]!.text.includes('.');
    members += 1
  ) {
    i = skipDot(items, i + 1);
    if (isSentenceWord(items[i])) return skipDot(items, i + 1);
    const joined =
      /^(?:og|eller|samt|til)$/.test(items[i]?.folded ?? '') || ',-'.includes(items[i]?.text ?? '?');
    if (!joined) return at;
    i += 1;
  }
  return at;
}

function isSentenceWord(item: Item | undefined): boolean {
  return item?.kind === 'word' && SENTENCE.test(item.folded);
}

function skipDot(items: readonly Item[], at: number): number {
  return items[at]?.text === '.' && items[at]!.tight ? at + 1 : at;
}

/** The index behind `-`, `til`, `til og med`, `t.o.m.` (a comma may stand before `til`); or null. */
export function skipRangeSign(items: readonly Item[], at: number): number | null {
  const comma = items[at]?.text === ',' && items[at + 1]?.folded === 'til' ? 1 : 0;
  const item = items[at + comma];
  if (item?.text === '-') return items[at + 1]?.text === '-' ? at + 2 : at + 1;
  if (item?.folded === 'til') {
    const next = at + comma + 1;
    return items[next]?.folded === 'og' && items[next + 1]?.folded === 'med' ? next + 2 : next;
  }
  if (item?.folded === 'tom' || item?.folded === 'frem') {
    return item.folded === 'tom' ? skipDot(items, at + 1) : null;
  }
  if (item?.folded !== 't' || items[at + 1]?.text !== '.' || items[at + 2]?.folded !== 'o') return null;
  return items[at + 3]?.text === '.' && items[at + 4]?.folded === 'm' ? skipDot(items, at + 5) : null;
}
