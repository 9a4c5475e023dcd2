import type { Catalogue } from '../catalogue.ts';
import type { Chain, Levels } from './chain.ts';
import type { LawContext } from './law-context.ts';
import type { Item } from './law-reference.ts';
import { linkBetween } from './link-between.ts';

/** One list or range as written, with its law. `start`, `end`: offsets in the normalised text. */
export interface Written {
  law: string | null;
  /** The law stands beside it. */
  named: boolean;
  members: Levels[];
  start: number;
  end: number;
  /** How it is joined to the one before: in one list, by `jf.` and the like, or not. */
  link: 'list' | 'reference' | null;
  /** Index of the item behind it. */
  next: number;
  /** The last list it belongs to was read with `§§`. */
  chain: Chain;
}

export interface Reader {
  items: readonly Item[];
  catalogue: Catalogue;
  context: LawContext;
  written: Written[];
  /** Provisions read so far. */
  provisions: number;
}

export const CHAPTER = /^(?:kap|kapitel|kapitlet|kapitlets|kapitels|kapitlerne|kapitler|kaps)$/;

/** What is numbered but no provision of a law: read over, levels and all. */
export const OTHER =
  /^(?:bilag|bilaget|bilagene|artikel|artiklen|artikler|artiklerne|art|tabel|tabeller|figur|vilkaar|fodnote)$/;

export function linkToLast(reader: Reader, at: number): Written['link'] {
  const last = reader.written.at(-1);
  return last === undefined ? null : linkBetween(reader.items, last.next, at);
}

/** Behind so many provisions of one text, a range is given as its two ends. */
export const MAX_PROVISIONS = 5000;
