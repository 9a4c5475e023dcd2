import { between, pick, round } from '../draw.ts';
import { distanceTo, groundArea, sides } from '../geometry.ts';
import type { Draft } from '../project.ts';
import type { Side, World } from '../world.ts';
import type { Injection } from './injection.ts';
import { moveTo, newMain, newOutbuilding, sideOf } from './move.ts';

/** Of § 170, in per cent, by case type. */
export const ratioLimits: Partial<Record<string, number>> = {
  enfamiliehus_ny: 30,
  tilbygning: 30,
  sommerhus: 15,
  raekkehus_dobbelthus: 40,
  etagebolig: 60,
  erhverv_lager: 45,
};

/** Enlarges the main building towards the plot's far corner until the ratio is over (or just under) its limit. */
export function enlarge(draft: Draft, percent: number): boolean {
  const main = draft.world.buildings.find(({ use, state }) => use === 'primary' && state !== 'demolished');
  if (main === undefined) return false;
  const standing = draft.world.buildings.filter(
    ({ use, state }) => use !== 'outbuilding' && state !== 'demolished',
  );
  const area = standing.reduce(
    (sum, { footprint, storeys }) => sum + footprint.widthM * footprint.depthM * storeys,
    0,
  );
  const outbuildings = draft.world.buildings
    .filter(({ use }) => use === 'outbuilding')
    .reduce((sum, each) => sum + groundArea(each), 0);
  const type = draft.known.primaer_type ?? draft.known.bygningstype ?? '';
  const homes = Math.max(1, draft.known.antal_boliger ?? 1);
  const free = ['enfamiliehus_fritliggende', 'dobbelthus_lodret', 'sommerhus'].includes(type)
    ? 50 * homes
    : ['raekkehus', 'etagebolig'].includes(type)
      ? 20 * homes
      : area / 4;
  const counted = area + Math.max(0, outbuildings - free);
  return fitPlot(
    draft,
    counted / (percent / 100),
    (draft.caseType === 'sommerhus' ? 5.1 : 2.6) + (main.storeys > 1 ? 2.5 : 0.6),
  );
}

/** Draws the plot's boundaries in to this area: main buildings move to `slack` from the origin's sides, outbuildings keep to their corner. */
function fitPlot(draft: Draft, target: number, slack: number): boolean {
  const { plot, buildings } = draft.world;
  const mains = buildings.filter(({ use }) => use !== 'outbuilding');
  const [left, low] = [
    Math.min(...mains.map(({ footprint }) => footprint.xM)),
    Math.min(...mains.map(({ footprint }) => footprint.yM)),
  ];
  for (const { footprint } of mains) {
    footprint.xM = round(footprint.xM - Math.max(0, left - slack), 2);
    footprint.yM = round(footprint.yM - Math.max(0, low - slack), 2);
  }
  const minWidth = Math.max(...mains.map(({ footprint }) => footprint.xM + footprint.widthM)) + slack;
  const minDepth = Math.max(...mains.map(({ footprint }) => footprint.yM + footprint.depthM)) + slack;
  let depth = Math.max(minDepth, Math.sqrt((target * plot.depthM) / plot.widthM));
  let width = target / depth;
  if (width < minWidth) {
    width = minWidth;
    depth = target / minWidth;
  }
  if (depth < minDepth || width > plot.widthM + 1 || depth > plot.depthM + 1) return false;
  for (const { use, footprint } of buildings) {
    if (use !== 'outbuilding') continue;
    if (footprint.yM > plot.depthM / 2) footprint.yM = round(footprint.yM - plot.depthM + round(depth, 2), 2);
    if (footprint.xM > plot.widthM / 2) footprint.xM = round(footprint.xM - plot.widthM + round(width, 2), 2);
  }
  plot.depthM = round(depth, 2);
  plot.widthM = round(width, 2);
  return true;
}

export const numberInjections: Injection[] = [
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
  {
    id: 'terrace-near',
    code: 'haevet_opholdsareal_afstand',
    trigger: 'The roof terrace is 1.2 to 2.3 m from a neighbour',
    where: 'number',
    caseTypes: ['tagterrasse'],
    apply(draft, random) {
      const { world } = draft;
      const side = pick(
        random,
        sides.filter((each) => world.plot.beyond[each] !== 'road'),
      );
      moveWithTerrace(world, side, between(random, 1.2, 2.3, 0.05));
      return true;
    },
  },
  {
    id: 'parking-short',
    code: 'parkering_friareal_utilstraekkelig',
    trigger: 'One to five parking spaces fewer than the municipality’s norm in the case',
    where: 'number',
    caseTypes: ['etagebolig', 'erhverv_lager', 'raekkehus_dobbelthus', 'aendret_anvendelse'],
    apply(draft, random) {
      const norm = draft.known.pKrav;
      if (norm === undefined || norm.needed < 3) return false;
      draft.world.parking.spaces = norm.needed - between(random, 1, Math.min(5, norm.needed - 1), 1);
      draft.defects.push({
        code: 'parkering_friareal_utilstraekkelig',
        topics: ['parking'],
        fields: ['parkeringspladser', 'antal_boliger'],
        note: `${draft.world.parking.spaces} pladser vist; normen giver ${norm.needed}.`,
      });
      return true;
    },
  },
  {
    id: 'guardrail-low',
    code: 'vaern_for_lavt',
    trigger: 'The guardrail is 0.80 to 0.92 m',
    where: 'number',
    caseTypes: ['altan', 'tagterrasse'],
    apply(draft, random) {
      const metres = between(random, 0.8, 0.92, 0.02);
      for (const raised of draft.world.raised) raised.guardrailM = metres;
      draft.defects.push({
        code: 'vaern_for_lavt',
        citations: ['br18/58//1'],
        topics: ['guardrail'],
        fields: ['vaern_hoejde_m'],
        note: `Værn ${metres} m; mindst 1,0 m.`,
      });
      return true;
    },
  },
  {
    id: 'rescue-small',
    code: 'redningsaabning_utilstraekkelig',
    trigger: 'The rescue opening is too narrow, too low in sum, or its sill too high',
    where: 'number',
    caseTypes: ['etagebolig', 'ombygning', 'aendret_anvendelse'],
    apply(draft, random) {
      const opening = draft.known.redning;
      if (opening === undefined) return false;
      draft.known.redning = pick(random, [
        { ...opening, breddeM: between(random, 0.38, 0.46, 0.02) },
        { ...opening, breddeM: 0.6, hoejdeM: between(random, 0.7, 0.82, 0.02) },
        { ...opening, brystningM: between(random, 1.3, 1.5, 0.05) },
      ]);
      draft.defects.push({
        code: 'redningsaabning_utilstraekkelig',
        topics: ['rescue'],
        fields: [],
        note: 'Redningsåbning opfylder ikke mål for bredde, højde, sum eller brystning.',
      });
      return true;
    },
  },
  {
    id: 'line-before-road',
    code: 'vejbyggelinje',
    trigger:
      'The registered road building line is 0.5 to 4 m further from the road’s middle than the building',
    where: 'number',
    caseTypes: ['enfamiliehus_ny', 'tilbygning', 'erhverv_lager', 'etagebolig'],
    // A line that is there already: only its number changes.
    apply: (draft, random) =>
      (draft.known.linjer ?? []).some((line) => line.startsWith('vejbyggelinje')) &&
      layRoadLine(draft, between(random, 0.5, 4, 0.5), random.below(40) + 1950),
  },
];

/** Puts the house so far from one boundary, its roof terrace in the corner that is nearest to it. */
export function moveWithTerrace(world: World, side: Side, metres: number): void {
  const house = world.buildings[0]!;
  moveTo(world, house, side, metres);
  const { footprint } = house;
  const raised = world.raised[0]!;
  raised.place = {
    ...raised.place,
    xM: side === 'east' ? round(footprint.xM + footprint.widthM - raised.place.widthM, 2) : footprint.xM,
    yM: side === 'north' ? round(footprint.yM + footprint.depthM - raised.place.depthM, 2) : footprint.yM,
  };
}

/** Registers a road building line so much beyond (or, negative, before) the nearest new building. */
export function layRoadLine(draft: Draft, beyond: number, year: number): boolean {
  const { world, known } = draft;
  const fresh = world.buildings.filter(({ state }) => state === 'new');
  const distances = fresh.flatMap(({ footprint }) =>
    sides
      .filter((side) => world.plot.beyond[side] === 'road')
      .map((side) => distanceTo(world, footprint, side)),
  );
  if (distances.length === 0) return false;
  const line = round(Math.min(...distances) + world.plot.toMidlineM.road + beyond, 1);
  known.linjer = [`vejbyggelinje ${line.toFixed(1).replace('.', ',')} m fra vejmidte, tinglyst ${year}`];
  return true;
}

/** Raises the ridge, and the eaves of a flat roof, to this height. */
export function raise(draft: Draft, metres: number): boolean {
  const house = newMain(draft);
  if (house === undefined) return false;
  if (house.roof.form !== 'saddeltag') house.eavesM = metres;
  else {
    const span = house.roof.ridge === 'x' ? house.footprint.depthM : house.footprint.widthM;
    const pitch = Math.round((Math.atan((metres - house.eavesM) / (span / 2)) * 180) / Math.PI);
    if (pitch > 55) {
      house.storeys = 2;
      house.eavesM = round(metres - Math.tan((house.roof.pitchDegrees * Math.PI) / 180) * (span / 2), 2);
      return false;
    }
    house.roof.pitchDegrees = pitch;
  }
  house.ridgeM = metres;
  return true;
}

/** Raises the eaves to this height, and the ridge with them. */
export function lift(building: Draft['world']['buildings'][number], eavesM: number): void {
  const rise = round(building.ridgeM - building.eavesM, 2);
  building.eavesM = eavesM;
  building.ridgeM = round(eavesM + rise, 2);
}

export function stretch(building: Draft['world']['buildings'][number], lengthM: number): void {
  building.footprint.widthM = round(lengthM, 2);
}

export function longestSide({ world }: Draft, { footprint }: Draft['world']['buildings'][number]): number {
  return Math.max(
    0,
    ...sides
      .filter((side) => world.plot.beyond[side] !== 'road' && distanceTo(world, footprint, side) < 2.5)
      .map((side) => (side === 'south' || side === 'north' ? footprint.widthM : footprint.depthM)),
  );
}

/** A window and a door in the outbuilding: towards the near boundary, or away from it. */
export function openTowards(draft: Draft, where: 'boundary' | 'garden'): boolean {
  const shed = newOutbuilding(draft);
  if (shed === undefined) return false;
  const { world } = draft;
  const near = sides.filter(
    (side) => world.plot.beyond[side] !== 'road' && distanceTo(world, shed.footprint, side) < 2.45,
  );
  if (near.length === 0) return false;
  const side =
    where === 'boundary'
      ? near[0]!
      : sides.find((each) => !near.includes(each) && distanceTo(world, shed.footprint, each) > 3);
  if (side === undefined) return false;
  shed.openings = [{ side, storey: 0, kind: 'window', atM: 1, widthM: 0.9, heightM: 0.6, sillM: 1.2 }];
  return true;
}
