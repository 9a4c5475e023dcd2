import type { Facts } from '../facts.ts';
import { distanceTo, sides } from '../geometry.ts';
import type { Draft, DraftDefect } from '../project.ts';
import { hair } from './hair.ts';

/** @source guidance to BR18 §§ 118 and 125: a roof that is not BROOF(t2) */
export function roofDistance({ world, caseType }: Draft, facts: Facts): DraftDefect[] {
  if (!['enfamiliehus_ny', 'tilbygning', 'sommerhus', 'sekundaer_over_50'].includes(caseType)) return [];
  if (facts.tagdaekning !== 'straa' && facts.tagdaekning !== 'straa_brandsikret') return [];
  const least = facts.tagdaekning === 'straa' ? 10 : 5;
  const thatched = world.buildings.filter(
    ({ roof, state }) => state === 'new' && roof.material.includes('strå'),
  );
  const distances = thatched.flatMap(({ footprint }) =>
    sides.map((side) => {
      const beyond = world.plot.beyond[side];
      return (
        distanceTo(world, footprint, side) + (beyond === 'neighbour' ? 0 : world.plot.toMidlineM[beyond])
      );
    }),
  );
  const nearest = Math.min(...distances);
  if (nearest >= least - hair) return [];
  return [
    {
      code: 'brandafstand_tagdaekning',
      topics: ['materials', 'distance', 'fire'],
      fields: ['tagdaekning', 'afstand_nabo_m'],
      note: `Stråtag ${nearest} m fra skel eller vejmidte; mindst ${least} m.`,
    },
  ];
}

/** @source vejloven § 40, stk. 2 */
export function roadLine({ world, caseType }: Draft, facts: Facts): DraftDefect[] {
  const line = facts.linjer?.find((each) => each.startsWith('vejbyggelinje'));
  if (
    line === undefined ||
    !['enfamiliehus_ny', 'tilbygning', 'sekundaer_over_50', 'erhverv_lager', 'etagebolig'].includes(caseType)
  )
    return [];
  const metres = Number(/([\d,]+) m fra vejmidte/u.exec(line)![1]!.replace(',', '.'));
  const permitted = facts.dispensationer_givet?.some((each) => /vejmyndighed/iu.test(each)) ?? false;
  const nearest = Math.min(
    ...world.buildings
      .filter(({ state }) => state === 'new')
      .flatMap(({ footprint }) =>
        sides
          .filter((side) => world.plot.beyond[side] === 'road')
          .map((side) => distanceTo(world, footprint, side) + world.plot.toMidlineM.road),
      ),
  );
  if (permitted || nearest >= metres - hair) return [];
  return [
    {
      code: 'vejbyggelinje',
      topics: ['register', 'distance'],
      fields: ['linjer', 'afstand_vej_m'],
      note: `${nearest} m fra vejmidte, linjen ligger ${metres} m fra den.`,
    },
  ];
}
