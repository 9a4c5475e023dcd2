import type { Random } from '../../../evals/statistics/random.ts';
import { between, pick, round } from '../draw.ts';
import { distanceTo, leastDistance, sides } from '../geometry.ts';
import type { Draft } from '../project.ts';
import { settleFloors } from '../settle-floors.ts';
import type { Beyond, Building, Side, World } from '../world.ts';
import type { Injection } from './injection.ts';
import { moveTo, moveWithTerrace, newMain, newOutbuilding, sideOf } from './move.ts';
import { lift, raise } from './raise.ts';

/** Form and texts tell of a lawful project; the drawings, and they alone, show one that breaks a rule. */
export const drawnInjections: Injection[] = [
  {
    id: 'drawn-house-near',
    code: 'modstrid_afstand_skel',
    brings: ['afstand_skel_vej_bolig'],
    where: 'relation',
    caseTypes: ['enfamiliehus_ny', 'raekkehus_dobbelthus'],
    trigger:
      'All drawings show the house 1.75 to 2.4 m from a neighbour, path or road; form and texts say 2.5 m or more',
    apply: (draft, random) =>
      drawHouseNearer(draft, random, {
        beyond: [pick(random, ['neighbour', 'neighbour', 'path', 'road'])],
        told: [2.5, 2.95],
        shown: [1.75, 2.4],
      }),
  },
  {
    id: 'drawn-holiday-near',
    code: 'modstrid_afstand_skel',
    brings: ['sommerhus_afstand'],
    where: 'relation',
    caseTypes: ['sommerhus'],
    trigger:
      'All drawings show the holiday home 3.6 to 4.85 m from a neighbour or path; form and texts say 5 m or more',
    apply: (draft, random) =>
      drawHouseNearer(draft, random, {
        beyond: ['neighbour', 'path'],
        told: [5, 5.5],
        shown: [3.6, 4.85],
      }),
  },
  {
    id: 'drawn-terrace-near',
    code: 'modstrid_afstand_skel',
    brings: ['haevet_opholdsareal_afstand'],
    where: 'relation',
    caseTypes: ['tagterrasse'],
    trigger:
      'The situation plan shows the roof terrace 1.2 to 2.35 m from a neighbour; form and texts say 2.5 m or more',
    apply(draft, random) {
      const side = pick(
        random,
        sides.filter((each) => draft.world.plot.beyond[each] !== 'road'),
      );
      const metres = between(random, 1.2, 2.35, 0.05);
      return drawNearer(draft, side, (world) => moveWithTerrace(world, side, metres), 'Tagterrassen');
    },
  },
  {
    id: 'drawn-too-high',
    code: 'modstrid_hoejde',
    brings: ['hoejde_etager_over_byggeret'],
    where: 'relation',
    caseTypes: ['enfamiliehus_ny', 'raekkehus_dobbelthus', 'erhverv_lager', 'etagebolig'],
    trigger: 'Section and facades show a ridge of 8.6 to 9.1 m; form and texts say 8.05 to 8.45 m',
    apply: (draft, random) =>
      raise(draft, between(random, 8.05, 8.45, 0.05)) &&
      drawHigher(draft, newMain(draft), between(random, 8.6, 9.1, 0.05)),
  },
  {
    id: 'drawn-holiday-too-high',
    code: 'modstrid_hoejde',
    brings: ['sommerhus_hoejde_etager'],
    where: 'relation',
    caseTypes: ['sommerhus'],
    trigger: 'Section and facades show a ridge of 5.1 to 5.5 m; form and texts say 4.7 to 4.95 m',
    apply: (draft, random) =>
      raise(draft, between(random, 4.7, 4.95, 0.05)) &&
      drawHigher(draft, newMain(draft), between(random, 5.1, 5.5, 0.05)),
  },
  {
    id: 'drawn-outbuilding-too-high',
    code: 'modstrid_hoejde',
    brings: ['sekundaer_hoejde_skelbraemme'],
    where: 'relation',
    caseTypes: ['sekundaer_over_50'],
    trigger:
      'Section and facades show an outbuilding of 2.6 to 3.0 m within 2.5 m of the boundary; form and texts say 2.5 m or less',
    apply: (draft, random) => drawHigher(draft, newOutbuilding(draft), between(random, 2.6, 3, 0.05)),
  },
];

interface Nearer {
  beyond: readonly Beyond[];
  /** Metres, from and to: what form and texts say. */
  told: readonly [number, number];
  /** Metres, from and to: what is drawn. */
  shown: readonly [number, number];
}

function drawHouseNearer(draft: Draft, random: Random, { beyond, told, shown }: Nearer): boolean {
  const house = newMain(draft);
  const side = house && sideOf(draft.world, beyond, house, random);
  if (house === undefined || side === undefined) return false;
  moveTo(draft.world, house, side, between(random, ...told, 0.05));
  const metres = between(random, ...shown, 0.05);
  return drawNearer(
    draft,
    side,
    (world) => {
      moveTo(world, sameBuilding(world, house), side, metres);
      settleFloors(world);
    },
    house.name,
  );
}

const fieldTo: Record<Beyond, string> = {
  neighbour: 'afstand_nabo_m',
  path: 'afstand_sti_m',
  road: 'afstand_vej_m',
};

function drawNearer(draft: Draft, side: Side, change: (world: World) => void, name: string): boolean {
  const beyond = draft.world.plot.beyond[side];
  const [told, shown] = [
    leastTold(draft, draft.world, beyond),
    leastTold(draft, changed(draft, change), beyond),
  ];
  // Of a boundary that is not the nearest of its kind form and texts say nothing.
  if (told === undefined || shown === undefined || told - shown < 0.1) return false;
  draft.drawn = change;
  draft.defects.push({
    code: 'modstrid_afstand_skel',
    topics: ['distance'],
    types: ['ansoegning', 'beskrivelse', 'situationsplan'],
    needs: ['situationsplan'],
    fields: [fieldTo[beyond]],
    note: `${name}: ${told} m fra skel i skema og beskrivelse, ${shown} m på tegningerne.`,
  });
  return true;
}

/** As the form asks it: of the terrace where that is the work, else of the house. */
function leastTold({ caseType }: Draft, world: World, beyond: Beyond): number | undefined {
  const houses = world.buildings.filter(({ state, use }) => state === 'new' && use !== 'outbuilding');
  const places =
    caseType === 'tagterrasse'
      ? world.raised.map(({ place }) => place)
      : houses.map(({ footprint }) => footprint);
  return leastDistance(world, places, beyond);
}

function changed({ world }: Draft, change: (world: World) => void): World {
  const copy = structuredClone(world);
  change(copy);
  return copy;
}

function drawHigher(draft: Draft, building: Building | undefined, ridgeM: number): boolean {
  const more = building === undefined ? 0 : round(ridgeM - building.ridgeM, 2);
  if (building === undefined || more < 0.1) return false;
  const near = sides.some((side) => distanceTo(draft.world, building.footprint, side) < 2.45);
  if (building.use === 'outbuilding' && !near) return false;
  draft.drawn = (world) => {
    const shown = sameBuilding(world, building);
    lift(shown, round(shown.eavesM + more, 2));
  };
  draft.defects.push({
    code: 'modstrid_hoejde',
    topics: ['height'],
    types: ['snit', 'facade', 'ansoegning', 'beskrivelse'],
    needs: ['snit'],
    fields: ['max_hoejde_m', 'tag_hoejde_m'],
    note: `${building.name}: ${building.ridgeM} m i skema og beskrivelse, ${round(building.ridgeM + more, 2)} m på tegningerne.`,
  });
  return true;
}

function sameBuilding(world: World, { id }: Building): Building {
  return world.buildings.find((each) => each.id === id)!;
}
