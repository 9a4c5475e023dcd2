import { between } from '../../draw.ts';
import { distanceTo, sides } from '../../geometry.ts';
import type { Injection } from '../injection.ts';
import { newOutbuilding } from '../move.ts';
import { longestSide, openTowards, stretch } from '../outbuilding-sides.ts';
import { lift } from '../raise.ts';

/** An outbuilding does not keep to what is asked of it near a boundary. */
export const outbuildingNumbers: Injection[] = [
  {
    id: 'outbuilding-too-high',
    code: 'sekundaer_hoejde_skelbraemme',
    trigger: 'The outbuilding within 2.5 m of the boundary is 2.65 to 3.0 m high',
    where: 'number',
    caseTypes: ['sekundaer_over_50', 'enfamiliehus_ny'],
    apply(draft, random) {
      const shed = newOutbuilding(draft);
      if (
        shed === undefined ||
        Math.min(...sides.map((side) => distanceTo(draft.world, shed.footprint, side))) >= 2.45
      )
        return false;
      lift(shed, between(random, 2.65, 3, 0.05));
      return true;
    },
  },
  {
    id: 'outbuilding-too-long',
    code: 'sekundaer_laengde_skel',
    trigger: 'The sides towards neighbours are 12.4 to 15 m long together',
    where: 'number',
    caseTypes: ['sekundaer_over_50'],
    apply(draft, random) {
      const shed = newOutbuilding(draft);
      const other = draft.world.buildings.find(({ id }) => id === 'sekundaer-eks');
      if (shed === undefined || other === undefined) return false;
      stretch(shed, between(random, 12.4, 15, 0.1) - longestSide(draft, other));
      return true;
    },
  },
  {
    id: 'outbuilding-opening',
    code: 'sekundaer_aabning_skel',
    trigger: 'A window or door faces a neighbour nearer than 2.5 m',
    where: 'number',
    caseTypes: ['sekundaer_over_50'],
    apply: (draft) => openTowards(draft, 'boundary'),
  },
];
