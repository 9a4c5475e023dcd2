import type { Random } from '../../../evals/statistics/random.ts';
import { build } from '../build.ts';
import { between, chance, pick, round } from '../draw.ts';
import type { Draft } from '../project.ts';
import { classify, declare, documentNew, drain, draw, insure, walls } from './common.ts';
import { placeHouse, placeShed, rooms } from './place-house.ts';
import { start } from './start.ts';

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
  documentNew(
    draft,
    'house',
    { fire: 1, risk: 1, use: 'AK4', structure: 1, consequence: 'CC2', kind: 'enfamiliehus' },
    random,
  );
  insure(draft, random);
  return draft;
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
