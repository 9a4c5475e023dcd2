import { between } from '../../draw.ts';
import type { Injection } from '../injection.ts';
import { moveTo, newMain, newOutbuilding, sideOf } from '../move.ts';
import { lift, raise } from '../raise.ts';

/** A holiday home, or its shed, is too high or too near. */
export const holidayHomeNumbers: Injection[] = [
  {
    id: 'holiday-too-high',
    code: 'sommerhus_hoejde_etager',
    trigger: 'The roof is 5.1 to 5.8 m over terrain',
    where: 'number',
    caseTypes: ['sommerhus'],
    apply: (draft, random) => raise(draft, between(random, 5.1, 5.8, 0.05)),
  },
  {
    id: 'holiday-wall-too-high',
    code: 'sommerhus_hoejde_etager',
    trigger: 'Both long walls are 3.1 to 3.4 m high',
    where: 'number',
    caseTypes: ['sommerhus'],
    apply(draft, random) {
      const house = newMain(draft);
      if (house === undefined) return false;
      lift(house, between(random, 3.1, 3.4, 0.05));
      return house.ridgeM <= 5;
    },
  },
  {
    id: 'holiday-near-neighbour',
    code: 'sommerhus_afstand',
    trigger: 'The holiday home is 3.6 to 4.85 m from a neighbour or path',
    where: 'number',
    caseTypes: ['sommerhus'],
    apply(draft, random) {
      const house = newMain(draft);
      const side = house && sideOf(draft.world, ['neighbour', 'path'], house, random);
      if (house === undefined || side === undefined) return false;
      moveTo(draft.world, house, side, between(random, 3.6, 4.85, 0.05));
      return true;
    },
  },
  {
    id: 'holiday-shed',
    code: 'sommerhus_sekundaer_skelbraemme',
    trigger: 'The shed is higher than 2.5 m between 2.5 and 5 m from the boundary, or nearer than 2.5 m',
    where: 'number',
    caseTypes: ['sommerhus'],
    apply(draft, random) {
      const shed = newOutbuilding(draft);
      const side = shed && sideOf(draft.world, ['neighbour'], shed, random);
      if (shed === undefined || side === undefined) return false;
      if (random.below(2) === 0) moveTo(draft.world, shed, side, between(random, 1.2, 2.3, 0.1));
      else {
        moveTo(draft.world, shed, side, between(random, 2.6, 4.2, 0.1));
        lift(shed, between(random, 2.65, 3, 0.05));
      }
      return true;
    },
  },
];
