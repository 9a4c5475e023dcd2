import type { Law, Provision, Stk } from './catalogue.ts';

/** What is known of a §'s structure on a day. */
export interface StructureAt {
  /** In force on that day, as far as known: one, or both sides of a change whose day is unknown. */
  now: Stk[][];
  /** In force before. */
  earlier: Stk[][];
  /** Whether absence from `now` proves that a provision does not exist on that day. */
  complete: boolean;
}

/**
 * The structures of a § in force on a day (ISO date). A structure without an earlier one has not changed
 * since the law began, so it holds before its `asOf` too, where the § has a `chapter` history (BR18);
 * for laws read in one version only, an older day proves nothing.
 */
export function structureAt(law: Law, provision: Provision, date: string): StructureAt {
  const asOf = provision.asOf ?? law.asOf;
  const was = provision.was ?? [];
  const pinned = provision.complete && provision.confidence !== 'low' && provision.asOfAfter === undefined;
  const current = provision.stk.length > 0 ? [provision.stk] : [];
  const undated = was.filter((version) => version.asOf === undefined).map(({ stk }) => stk);
  const dated = was.filter((version) => version.asOf !== undefined);
  if (asOf === undefined || date >= asOf) {
    return { now: current, earlier: [...dated.map(({ stk }) => stk), ...undated], complete: pinned };
  }
  const past = dated.filter((version) => version.asOf! <= date).map(({ stk }) => stk);
  const exact = dated.find((version) => version.asOf === date);
  if (exact !== undefined) return { now: [exact.stk], earlier: undated, complete: pinned };
  if (dated.length > 0) return { now: [...current, ...past], earlier: undated, complete: false };
  return { now: current, earlier: undated, complete: pinned && law.inForceFrom !== undefined };
}
