export type Level = 'chapter' | 'paragraph' | 'stk' | 'nr' | 'litra';

/** The levels of one provision; its law is found elsewhere. */
export interface Levels {
  chapter?: string;
  paragraph?: string;
  stk?: number;
  nr?: number;
  litra?: string;
}

/** A list or range of provisions as far as it has been read. */
export interface Chain {
  members: Levels[];
  /** The level that a bare number continues. */
  level: Level;
  /** Introduced by `§§`. */
  plural: boolean;
  /** The next level word starts a provision of its own beside the last member (`jf. stk. 3`). */
  fresh: boolean;
  /** Give ranges as their two ends: the text holds very many. */
  brief?: boolean;
  next: number;
}

export function addCount(chain: Chain, level: 'stk' | 'nr', count: number, adds: boolean): void {
  const last = chain.members.at(-1)!;
  const above: Levels = level === 'stk' ? paragraphOf(last) : { ...paragraphOf(last), ...stkOf(last) };
  const refines =
    !adds &&
    last[level] === undefined &&
    last.litra === undefined &&
    (level === 'nr' || last.nr === undefined);
  put(chain, { ...above, [level]: count }, refines);
  chain.level = level;
  chain.fresh = false;
}

export function addLitra(chain: Chain, litra: string, adds: boolean): void {
  const last = chain.members.at(-1)!;
  const { litra: before, ...above } = last;
  put(chain, { ...above, litra }, !adds && before === undefined);
  chain.level = 'litra';
  chain.fresh = false;
}

function put(chain: Chain, member: Levels, refines: boolean): void {
  if (refines) chain.members[chain.members.length - 1] = member;
  else chain.members.push(member);
}

export function paragraphOf({ chapter, paragraph }: Levels): Levels {
  return { ...(chapter === undefined ? {} : { chapter }), ...(paragraph === undefined ? {} : { paragraph }) };
}

export function stkOf({ stk }: Levels): Levels {
  return stk === undefined ? {} : { stk };
}
