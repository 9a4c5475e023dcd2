import type { Stk } from './catalogue.ts';
import type { Citation } from './citation.ts';

/** Whether a § has the cited stk., nr. and litra; if not, which level is missing. */
export type LevelCheck = 'present' | 'unknown' | { missing: 'stk' | 'nr' | 'litra' };

/** Looks a citation's levels up in the structure of its §. Without `stk`, any stk. with the item will do. */
export function checkLevels(c: Citation, structure: readonly Stk[]): LevelCheck {
  if (c.stk === undefined && c.nr === undefined && c.litra === undefined) return 'present';
  const stk = c.stk === undefined ? structure : structure.filter(({ n }) => n === c.stk);
  if (stk.length === 0) return { missing: 'stk' };
  const { nr } = c;
  const withItem = nr === undefined ? stk : stk.filter((s) => s.nr >= nr);
  if (withItem.length === 0) return { missing: 'nr' };
  return c.litra === undefined ? 'present' : checkLitra(c.litra, nr, withItem);
}

/** Letters are listed for some items only: an item without any listed proves nothing. */
function checkLitra(litra: string, nr: number | undefined, stk: readonly Stk[]): LevelCheck {
  const counts = stk.map((s) => s.litra?.[String(nr ?? 0)]);
  const place = litra.length === 1 ? litra.charCodeAt(0) - 96 : Number.NaN;
  if (counts.some((count) => count !== undefined && place >= 1 && place <= count)) return 'present';
  return counts.some((count) => count === undefined) ? 'unknown' : { missing: 'litra' };
}
