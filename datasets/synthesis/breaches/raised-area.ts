import type { Facts } from '../facts.ts';
import { distanceTo, sides } from '../geometry.ts';
import type { Draft, DraftDefect } from '../project.ts';
import { hair } from './hair.ts';

/** @source BR18 § 179 */
export function raisedBreach({ world, caseType }: Draft, facts: Facts): DraftDefect[] {
  const homes = ['enfamiliehus_fritliggende', 'dobbelthus_lodret', 'raekkehus'];
  const holiday = caseType === 'sommerhus';
  if (!holiday && !homes.includes(facts.bygningstype ?? '')) return [];
  for (const { name, place, heightM } of world.raised) {
    if (heightM <= 0.3 + hair) continue;
    for (const side of sides) {
      const road = world.plot.beyond[side] === 'road';
      const least = holiday && !road ? 5 : 2.5;
      const metres = distanceTo(world, place, side);
      if (metres >= least - hair) continue;
      const citation = holiday ? (road ? 'br18/179//3' : 'br18/179//2') : 'br18/179//1';
      return [
        {
          code: 'haevet_opholdsareal_afstand',
          citations: [citation],
          topics: ['distance', 'guardrail'],
          fields:
            caseType === 'tagterrasse'
              ? ['afstand_nabo_m', 'afstand_vej_m', 'afstand_sti_m', 'hoejde_over_terraen_m']
              : [],
          note: `${name} ligger ${metres} m fra skel; mindst ${least} m.`,
        },
      ];
    }
  }
  return [];
}
