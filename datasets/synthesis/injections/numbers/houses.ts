import { between, round } from '../../draw.ts';
import { distanceTo, sides } from '../../geometry.ts';
import { enlarge, ratioLimits } from '../fit-plot.ts';
import type { Injection } from '../injection.ts';
import { moveTo, newMain, sideOf } from '../move.ts';
import { lift, raise } from '../raise.ts';

/** A building is too large, too high or too near. */
export const houseNumbers: Injection[] = [
  {
    id: 'ratio-over',
    code: 'bebyggelsesprocent_overskredet',
    trigger: 'The plot ratio is 0.5 to 4 points over the limit of § 170',
    where: 'number',
    caseTypes: [
      'enfamiliehus_ny',
      'tilbygning',
      'sommerhus',
      'raekkehus_dobbelthus',
      'etagebolig',
      'erhverv_lager',
    ],
    apply: (draft, random) => enlarge(draft, ratioLimits[draft.caseType]! + between(random, 0.7, 4, 0.1)),
  },
  {
    id: 'height-over',
    code: 'hoejde_etager_over_byggeret',
    trigger: 'The ridge is 8.65 to 9.6 m over terrain',
    where: 'number',
    caseTypes: ['enfamiliehus_ny', 'raekkehus_dobbelthus', 'erhverv_lager', 'etagebolig'],
    apply: (draft, random) => raise(draft, between(random, 8.65, 9.6, 0.05)),
  },
  {
    id: 'plane-over',
    code: 'skraat_hoejdegraenseplan',
    trigger: 'A wall or ridge is higher than 1.4 times its distance to a neighbour, at 2.5 m or more',
    where: 'number',
    caseTypes: ['enfamiliehus_ny', 'tilbygning'],
    apply(draft, random) {
      const house = newMain(draft);
      if (house === undefined) return false;
      const side = sideOf(draft.world, ['neighbour', 'path'], house, random);
      if (side === undefined) return false;
      moveTo(draft.world, house, side, between(random, 2.55, 2.8, 0.05));
      const distance = distanceTo(draft.world, house.footprint, side);
      lift(house, round(1.4 * distance + between(random, 0.15, 0.5, 0.05), 2));
      return house.ridgeM < 8.4;
    },
  },
  {
    id: 'house-near-neighbour',
    code: 'afstand_skel_vej_bolig',
    trigger: 'The house (or extension) is 1.75 to 2.4 m from a neighbour or path',
    where: 'number',
    caseTypes: ['enfamiliehus_ny', 'tilbygning', 'raekkehus_dobbelthus'],
    apply(draft, random) {
      const house = newMain(draft);
      const side = house && sideOf(draft.world, ['neighbour', 'path'], house, random);
      if (house === undefined || side === undefined) return false;
      const metres = between(random, 1.75, 2.4, 0.05);
      moveTo(draft.world, house, side, metres);
      if (draft.caseType === 'tilbygning' && house.eavesM > 1.4 * metres)
        lift(house, Math.max(2.3, Math.floor(1.4 * metres * 20) / 20));
      return true;
    },
  },
  {
    id: 'house-near-road',
    code: 'afstand_skel_vej_bolig',
    trigger: 'The house is 1.5 to 2.4 m from the road',
    where: 'number',
    caseTypes: ['enfamiliehus_ny', 'raekkehus_dobbelthus'],
    apply(draft, random) {
      const house = newMain(draft);
      const side = sides.find((each) => draft.world.plot.beyond[each] === 'road');
      if (house === undefined || side === undefined) return false;
      moveTo(draft.world, house, side, between(random, 1.5, 2.4, 0.05));
      return true;
    },
  },
];
