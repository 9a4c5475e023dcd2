import type { Random } from '../../../evals/statistics/random.ts';
import { build } from '../build.ts';
import { between, chance, pick, round } from '../draw.ts';
import { meanTerrain } from '../geometry.ts';
import type { Draft } from '../project.ts';
import type { Building } from '../world.ts';
import { classify, declare, drain, draw, insure, roofs, walls } from './common.ts';
import { start } from './start.ts';

const rooms = ['ENTRE', 'KØKKENALRUM', 'STUE', 'BAD', 'VÆRELSE 1', 'VÆRELSE 2', 'SOVEVÆRELSE', 'BRYGGERS'];

interface HouseInput {
  name?: string;
  state?: Building['state'];
  floorOverTerrain?: number;
}

/** A house of 130 to 200 m² in one storey (or two), at least 3 m from every boundary. */
export function placeHouse(draft: Draft, random: Random, input: HouseInput = {}): Building {
  const { world } = draft;
  const { widthM, depthM } = world.plot;
  const two = chance(random, 0.2);
  const width = Math.min(between(random, 13, 19, 0.5), widthM - 7);
  const depth = two ? between(random, 6.5, 7.5, 0.1) : between(random, 7.5, 10, 0.1);
  const margin = two ? 4.5 : 3;
  const footprint = {
    xM: between(
      random,
      margin,
      widthM - width - margin > margin ? Math.min(widthM - width - margin, margin + 5) : margin,
      0.1,
    ),
    // Half of them stand close to the least distance: nearness says nothing.
    yM:
      !two && chance(random, 0.5)
        ? between(random, 2.55, 3.4, 0.05)
        : between(random, 5.5, Math.max(6, Math.min(depthM - depth - 6, 11)), 0.1),
    widthM: two ? Math.min(width, 14) : width,
    depthM: depth,
  };
  return build(
    {
      id: 'hus',
      name: input.name ?? 'Hus',
      state: input.state ?? 'new',
      use: 'primary',
      footprint,
      storeys: two ? 2 : 1,
      form: !two && chance(random, 0.12) ? 'fladt' : 'saddeltag',
      pitchDegrees: pick(random, two ? [20, 25] : [25, 30, 35]),
      ridge: 'x',
      overhangM: pick(random, [0.3, 0.4, 0.5]),
      roof: pick(random, roofs),
      wall: pick(random, walls),
      eavesM: two ? between(random, 5.2, 5.5, 0.05) : between(random, 2.6, 3, 0.05),
      floorLevelM: round(meanTerrain(world) + (input.floorOverTerrain ?? 0.15), 2),
      rooms,
    },
    random,
  );
}

export function drawHouse(random: Random): Draft {
  const draft = start(
    {
      caseType: 'enfamiliehus_ny',
      plot: { width: [24, 30], depth: [32, 42] },
      roles: ['ejer', 'typehusfirma', 'typehusfirma', 'arkitekt', 'bygningskonstruktør'],
      work: 'Nyt fritliggende enfamiliehus',
    },
    random,
  );
  const house = placeHouse(draft, random);
  draft.world.buildings.push(house);
  if (chance(random, 0.55)) draft.world.buildings.push(placeShed(draft, house, random));
  Object.assign(draft.known, {
    parcelhusomraade: true,
    bygningstype: 'enfamiliehus_fritliggende',
    anvendelse_eks: 'Ubebygget grund',
    anvendelse_ny: 'Fritliggende enfamiliehus til helårsbeboelse',
    antal_boliger: 1,
    antal_boliger_foer: 0,
    tagdaekning: 'broof_t2',
    tagetage_m2: 0,
    kaelder_m2: 0,
    varmekilde: pick(random, ['fjernvarme', 'varmepumpe']),
    gangafstand_m: between(random, 12, 24, 1),
    roegalarm: true,
    niveaufri: true,
    terraenreguleres: false,
    parkeringspladser: 2,
  });
  declare(draft, 'house', random);
  draw(draft, ['situationsplan', 'plantegning_ny', 'snit', 'facade']);
  drain(draft, random);
  classify(
    draft,
    { fire: 1, risk: 1, use: 'AK4', structure: 1, consequence: 'CC2', kind: 'enfamiliehus' },
    random,
  );
  insure(draft, random);
  return draft;
}

/** A detached shed or carport behind or beside the house: beyond 2.5 m of every boundary, or low and short within it. */
export function placeShed(
  draft: Draft,
  house: Building,
  random: Random,
  name = pick(random, ['Carport', 'Udhus', 'Garage']),
): Building {
  const { plot } = draft.world;
  const near = chance(random, 0.5);
  const depthM = between(random, 3, 5, 0.5);
  const widthM = between(random, 4, 8, 0.5);
  const top = house.footprint.yM + house.footprint.depthM;
  const room = plot.depthM - top;
  const yM =
    room > depthM + 4.5
      ? round(plot.depthM - depthM - (near ? between(random, 0.5, 1.5, 0.1) : 2.6), 2)
      : round(top + 1, 2);
  return build(
    {
      id: 'sekundaer-ny',
      name,
      state: 'new',
      use: 'outbuilding',
      footprint: { xM: near ? between(random, 0.5, 1.5, 0.1) : 3, yM, widthM, depthM },
      form: 'fladt',
      roof: 'tagpap',
      wall: 'træbeklædning',
      eavesM: near ? between(random, 2.2, 2.45, 0.05) : between(random, 2.4, 2.9, 0.05),
      overhangM: 0,
      floorLevelM: round(meanTerrain(draft.world) + 0.05, 2),
      openings: false,
    },
    random,
  );
}

export function drawExtension(random: Random): Draft {
  const draft = start(
    {
      caseType: 'tilbygning',
      plot: { width: [24, 30], depth: [32, 42] },
      roles: ['ejer', 'ejer', 'arkitekt', 'bygningskonstruktør', 'entreprenør'],
      work: 'Tilbygning til enfamiliehus',
    },
    random,
  );
  const house = placeHouse(draft, random, { state: 'existing' });
  house.storeys = 1;
  house.rooms = house.rooms.filter(({ storey }) => storey === 0);
  house.openings = house.openings.filter(({ storey }) => storey === 0);
  const { footprint } = house;
  const single = build(
    {
      id: 'hus',
      name: 'Hus',
      state: 'existing',
      use: 'primary',
      footprint: { ...footprint, widthM: Math.min(footprint.widthM, 14) },
      form: 'saddeltag',
      pitchDegrees: 25,
      ridge: 'x',
      roof: house.roof.material,
      wall: house.wallMaterial,
      eavesM: between(random, 2.6, 2.9, 0.05),
      floorLevelM: house.floorLevelM,
      rooms,
    },
    random,
  );
  const depthM = between(random, 3.5, 5.5, 0.1);
  const widthM = between(random, 4, 8, 0.1);
  const extension = build(
    {
      id: 'tilbygning',
      name: 'Tilbygning',
      state: 'new',
      use: 'extension',
      footprint: {
        xM: round(single.footprint.xM + between(random, 0, 3, 0.1), 2),
        yM: round(single.footprint.yM + single.footprint.depthM, 2),
        widthM,
        depthM,
      },
      form: 'fladt',
      roof: 'tagpap',
      wall: pick(random, walls),
      eavesM: between(random, 2.7, 3.2, 0.05),
      floorLevelM: single.floorLevelM,
      rooms: [pick(random, ['STUE', 'VÆRELSE 3', 'KONTOR', 'OPHOLDSRUM'])],
    },
    random,
  );
  draft.world.buildings.push(single, extension);
  const { plot } = draft.world;
  if (plot.beyond.north !== 'road' && chance(random, 0.5)) {
    const behind = extension.footprint.yM + extension.footprint.depthM;
    plot.depthM = round(behind + between(random, 2.55, 3.6, 0.05), 2);
  }
  if (chance(random, 0.5))
    draft.world.buildings.push({
      ...placeShed(draft, single, random),
      state: 'existing',
      id: 'sekundaer-eks',
      footprint: { xM: 3, yM: 0.8, widthM: 4, depthM: 3 },
    });
  Object.assign(draft.known, {
    parcelhusomraade: true,
    bygningstype: 'enfamiliehus_fritliggende',
    anvendelse_eks: 'Fritliggende enfamiliehus',
    anvendelse_ny: 'Fritliggende enfamiliehus, uændret',
    antal_boliger: 1,
    antal_boliger_foer: 1,
    tagetage_m2: 0,
    kaelder_m2: 0,
    varmekilde: pick(random, ['fjernvarme', 'varmepumpe']),
    bbr_bygningsnr: '1',
    gangafstand_m: between(random, 12, 24, 1),
    roegalarm: true,
    terraenreguleres: false,
  });
  declare(draft, 'house', random);
  draw(draft, ['situationsplan', 'plantegning_eks', 'plantegning_ny', 'snit', 'facade']);
  drain(draft, random);
  classify(
    draft,
    { fire: 1, risk: 1, use: 'AK4', structure: 1, consequence: 'CC2', kind: 'enfamiliehus' },
    random,
  );
  return draft;
}

export function drawRoofTerrace(random: Random): Draft {
  const draft = start(
    {
      caseType: 'tagterrasse',
      plot: { width: [24, 30], depth: [32, 42] },
      roles: ['ejer', 'arkitekt', 'bygningskonstruktør'],
      work: 'Tagterrasse på eksisterende enfamiliehus',
    },
    random,
  );
  const house = placeHouse(draft, random, { state: 'existing' });
  const flat = build(
    {
      id: 'hus',
      name: 'Hus',
      state: 'existing',
      use: 'primary',
      footprint: house.footprint,
      form: 'fladt',
      roof: 'tagpap',
      wall: house.wallMaterial,
      eavesM: between(random, 2.9, 3.2, 0.05),
      floorLevelM: house.floorLevelM,
      rooms,
    },
    random,
  );
  draft.world.buildings.push(flat);
  const heightM = round(flat.ridgeM + 0.1, 2);
  const guardrailM = between(random, 1.05, 1.2, 0.05);
  draft.world.raised.push({
    name: 'Tagterrasse',
    place: {
      xM: round(flat.footprint.xM + 0.5, 2),
      yM: round(flat.footprint.yM + 0.5, 2),
      widthM: between(random, 3, 5, 0.5),
      depthM: between(random, 3, 4, 0.5),
    },
    heightM,
    guardrailM,
  });
  Object.assign(draft.known, {
    parcelhusomraade: true,
    bygningstype: 'enfamiliehus_fritliggende',
    anvendelse_eks: 'Enfamiliehus',
    anvendelse_ny: 'Enfamiliehus med tagterrasse',
    antal_boliger: 1,
    antal_boliger_foer: 1,
    varmekilde: 'fjernvarme',
    bbr_bygningsnr: '1',
    gangafstand_m: between(random, 12, 24, 1),
    roegalarm: true,
  });
  declare(draft, 'balcony', random);
  draw(draft, ['situationsplan', 'plantegning_eks', 'plantegning_ny', 'snit', 'facade']);
  classify(
    draft,
    { fire: 1, risk: 1, use: 'AK4', structure: 1, consequence: 'CC2', kind: 'enfamiliehus' },
    random,
  );
  return draft;
}
