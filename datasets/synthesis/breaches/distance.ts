import type { Facts } from '../facts.ts';
import { distanceTo, sides } from '../geometry.ts';
import type { Draft, DraftDefect } from '../project.ts';
import type { Building } from '../world.ts';
import { built } from './building-right.ts';
import { hair } from './hair.ts';

/** @source BR18 § 177, nr. 2 and 3 */
export function houseDistance(draft: Draft, facts: Facts): DraftDefect[] {
  if (!['enfamiliehus_ny', 'tilbygning', 'raekkehus_dobbelthus'].includes(draft.caseType)) return [];
  if (facts.bygningstype !== 'enfamiliehus_fritliggende' && facts.bygningstype !== 'dobbelthus_lodret')
    return [];
  const homes = built(draft).filter(({ use }) => use !== 'outbuilding');
  return distanceBreach(draft, homes, 'afstand_skel_vej_bolig', {
    neighbour: [2.5, 'br18/177//2'],
    road: [2.5, 'br18/177//3'],
  });
}

export function distanceBreach(
  { world }: Draft,
  buildings: Building[],
  code: string,
  rule: Record<'neighbour' | 'road', [least: number, citation: string]>,
): DraftDefect[] {
  const near = buildings.flatMap(({ footprint }) =>
    sides.flatMap((side) => {
      const kind = world.plot.beyond[side] === 'road' ? 'road' : 'neighbour';
      const metres = distanceTo(world, footprint, side);
      return metres < rule[kind][0] - hair ? [{ kind, metres } as const] : [];
    }),
  );
  if (near.length === 0) return [];
  const kinds = [...new Set(near.map(({ kind }) => kind))].sort();
  return [
    {
      code,
      citations: kinds.map((kind) => rule[kind][1]),
      topics: ['distance'],
      fields: kinds.flatMap((kind) =>
        kind === 'road' ? ['afstand_vej_m'] : ['afstand_nabo_m', 'afstand_sti_m'],
      ),
      note: near
        .map(
          ({ kind, metres }) =>
            `${metres} m mod ${kind === 'road' ? 'vej' : 'nabo eller sti'}; mindst ${rule[kind][0]} m`,
        )
        .join('; '),
    },
  ];
}
