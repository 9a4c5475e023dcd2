import type { Building } from '../world.ts';

/**
 * From floor to floor, in metres: the wall's height shared among the storeys, and no less than
 * 2.6 m where there are several, so that an upper one may lie in the roof.
 */
export function storeyHeightM({ storeys, eavesM }: Building): number {
  return storeys <= 1 ? eavesM : Math.max(eavesM / storeys, 2.6);
}
