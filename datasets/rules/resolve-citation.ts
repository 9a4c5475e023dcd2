import type { Catalogue, Stk } from './catalogue.ts';
import type { Citation } from './citation.ts';
import { findProvision } from './find-law.ts';

/**
 * The one common form of a provision, for comparing two citations:
 * - in a § with a single stk., `stk. 1` is left out (`§ 177, stk. 1, nr. 1` → `§ 177, nr. 1`);
 * - `§ x, nr. y` without stk. in a § with several gets the only stk. that has items, if there is one
 *   (`§ 82, nr. 2` → `§ 82, stk. 2, nr. 2`); likewise `litra` under a stk. without numbers.
 *
 * Where the § is known in part only, its listed single stk. counts for items but `stk. 1` alone stays:
 * there may be a stk. 2. An unknown law or §, or a chapter, comes back unchanged.
 */
export function resolveCitation(c: Citation, catalogue: Catalogue): Citation {
  if (c.law === null || c.paragraph === undefined) return c;
  const provision = findProvision(catalogue, c.law, c.paragraph);
  if (provision === undefined || provision.stk.length === 0) return c;
  if (provision.stk.length === 1) {
    const belowStk = c.nr !== undefined || c.litra !== undefined;
    if (c.stk !== 1 || !(provision.complete || belowStk)) return c;
    const { stk: _, ...rest } = c;
    return rest;
  }
  if (c.stk !== undefined) return c;
  const only = onlyStk(provision.stk, c);
  return only === undefined ? c : { ...c, stk: only.n };
}

function onlyStk(stk: Stk[], c: Citation): Stk | undefined {
  if (c.nr !== undefined) return single(stk.filter((s) => s.nr > 0));
  if (c.litra !== undefined) return single(stk.filter((s) => s.litra?.['0'] !== undefined));
  return undefined;
}

function single<T>(items: T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
