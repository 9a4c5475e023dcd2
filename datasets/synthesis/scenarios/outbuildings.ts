import type { Random } from '../../../evals/statistics/random.ts';
import { build } from '../build.ts';
import { between, chance, pick, round } from '../draw.ts';
import { meanTerrain } from '../geometry.ts';
import type { Draft } from '../project.ts';
import { classify, declare, drain, draw, grant } from './common.ts';
import { placeHouse } from './houses.ts';
import { start } from './start.ts';

const holidayRooms = ['STUE/KØKKEN', 'VÆRELSE 1', 'BAD', 'VÆRELSE 2'];

export function drawOutbuilding(random: Random): Draft {
  const draft = start(
    {
      caseType: 'sekundaer_over_50',
      plot: { width: [24, 30], depth: [34, 44] },
      roles: ['ejer', 'ejer', 'ejer', 'entreprenør', 'bygningskonstruktør'],
      work: 'Ny carport',
    },
    random,
  );
  const { world, known } = draft;
  const house = placeHouse(draft, random, { state: 'existing' });
  world.buildings.push(house);
  const kind = pick(random, ['Carport', 'Garage', 'Udhus']);
  const near = chance(random, 0.7);
  const widthM = between(random, 7, 8.5, 0.1);
  const depthM = between(random, 4.6, 5.5, 0.1);
  // In the corner away from the house: both sides lie in the strip, and only the longest one counts.
  const gap = near ? between(random, 0.5, 1.4, 0.1) : between(random, 2.6, 3.2, 0.1);
  const behind = round(world.plot.depthM - depthM - gap, 2);
  const level = round(meanTerrain(world) + 0.05, 2);
  world.buildings.push(
    build(
      {
        id: 'sekundaer-ny',
        name: kind,
        rooms: kind === 'Udhus' ? ['REDSKABER', 'CYKLER'] : ['BIL', 'REDSKABER'],
        state: 'new',
        use: 'outbuilding',
        footprint: { xM: between(random, 3, 6, 0.1), yM: behind, widthM, depthM },
        form: 'fladt',
        roof: 'tagpap',
        wall: 'træbeklædning',
        eavesM: between(random, 2.2, near ? 2.45 : 2.8, 0.05),
        overhangM: 0,
        floorLevelM: level,
        openings: false,
      },
      random,
    ),
    build(
      {
        id: 'sekundaer-eks',
        name: 'Skur',
        state: 'existing',
        use: 'outbuilding',
        footprint: {
          xM: 3,
          yM: between(random, 0.6, 1.4, 0.1),
          widthM: between(random, 3, 3.4, 0.1),
          depthM: between(random, 4.2, 4.8, 0.1),
        },
        form: 'fladt',
        roof: 'tagpap',
        wall: 'træbeklædning',
        eavesM: 2.2,
        overhangM: 0,
        floorLevelM: level,
        openings: false,
      },
      random,
    ),
  );
  // A window towards the garden: only its side can be wrong.
  for (const building of world.buildings) {
    if (building.id === 'sekundaer-ny')
      building.openings = [
        { side: 'south', storey: 0, kind: 'window', atM: 1, widthM: 0.9, heightM: 0.6, sillM: 1.2 },
      ];
  }
  Object.assign(known, {
    byggearbejde: { Carport: 'Ny carport', Garage: 'Ny garage', Udhus: 'Nyt udhus' }[kind],
    parcelhusomraade: true,
    bygningstype: 'sekundaer',
    primaer_type: 'enfamiliehus_fritliggende',
    anvendelse_eks: 'Have til enfamiliehus',
    anvendelse_ny: {
      Carport: 'Carport til biler',
      Garage: 'Garage til biler',
      Udhus: 'Udhus til redskaber og cykler',
    }[kind],
    antal_boliger: 1,
    varmekilde: 'ingen',
    tagdaekning: 'broof_t2',
  });
  if (known.fuldmagtArbejde !== undefined) known.fuldmagtArbejde = known.byggearbejde;
  declare(draft, 'outbuilding', random);
  draw(draft, ['situationsplan', 'plantegning_ny', 'snit', 'facade']);
  drain(draft, random);
  classify(
    draft,
    { fire: 1, risk: 1, use: 'AK1', structure: 1, consequence: 'CC1', kind: 'sekundær bebyggelse' },
    random,
  );
  return draft;
}

export function drawHolidayHome(random: Random): Draft {
  const draft = start(
    {
      caseType: 'sommerhus',
      zone: 'sommerhusomraade',
      plot: { width: [32, 42], depth: [40, 52] },
      roles: ['ejer', 'ejer', 'typehusfirma', 'arkitekt'],
      work: 'Nyt sommerhus',
    },
    random,
  );
  const { world, known } = draft;
  const widthM = between(random, 12, 16, 0.5);
  const depthM = between(random, 6, 8, 0.1);
  const house = build(
    {
      id: 'hus',
      name: 'Sommerhus',
      state: 'new',
      use: 'primary',
      footprint: {
        xM: between(random, 5.2, 9, 0.1),
        yM: chance(random, 0.5) ? between(random, 5.05, 6.2, 0.05) : between(random, 10.6, 14, 0.1),
        widthM,
        depthM,
      },
      pitchDegrees: pick(random, [15, 20, 25]),
      ridge: 'x',
      roof: pick(random, ['tagpap', 'betontagsten']),
      wall: pick(random, ['træbeklædning', 'fibercementplader']),
      eavesM: between(random, 2.3, 2.75, 0.05),
      floorLevelM: round(meanTerrain(world) + 0.15, 2),
      rooms: holidayRooms,
    },
    random,
  );
  world.buildings.push(house);
  if (chance(random, 0.6)) {
    world.buildings.push(
      build(
        {
          id: 'sekundaer-ny',
          name: 'Udhus',
          state: 'new',
          use: 'outbuilding',
          footprint: {
            xM: round(world.plot.widthM - 8.4, 2),
            yM: round(world.plot.depthM - 8.2, 2),
            widthM: between(random, 4, 5, 0.1),
            depthM: between(random, 3, 4, 0.1),
          },
          form: 'fladt',
          roof: 'tagpap',
          wall: 'træbeklædning',
          eavesM: between(random, 2.2, 2.45, 0.05),
          overhangM: 0,
          floorLevelM: house.floorLevelM,
          openings: false,
        },
        random,
      ),
    );
  }
  Object.assign(known, {
    bygningstype: 'sommerhus',
    anvendelse_eks: 'Ubebygget grund',
    anvendelse_ny: 'Sommerhus til fritidsbrug',
    antal_boliger: 1,
    antal_boliger_foer: 0,
    tagetage_m2: 0,
    kaelder_m2: 0,
    varmekilde: 'varmepumpe',
    tagdaekning: 'broof_t2',
    gangafstand_m: between(random, 8, 16, 1),
    roegalarm: true,
    terraenreguleres: false,
  });
  declare(draft, 'holiday', random);
  draw(draft, ['situationsplan', 'plantegning_ny', 'snit', 'facade']);
  drain(draft, random);
  classify(
    draft,
    { fire: 1, risk: 1, use: 'AK4', structure: 1, consequence: 'CC1', kind: 'sommerhus' },
    random,
  );
  return draft;
}

export function drawRural(random: Random): Draft {
  const draft = start(
    {
      caseType: 'landzone_byggeri',
      zone: 'landzone',
      plot: { width: [70, 110], depth: [80, 140] },
      roles: ['ejer', 'ejer', 'rådgivende ingeniør', 'entreprenør'],
      work: 'Nyt maskinhus',
    },
    random,
  );
  const { world, known } = draft;
  // Half of them say what the hall is for by their names; the others only where the form asks.
  const neutral = chance(random, 0.5);
  const house = placeHouse(draft, random, { state: 'existing', name: 'Stuehus' });
  house.footprint = {
    ...house.footprint,
    xM: between(random, 14, 20, 0.5),
    yM: between(random, 16, 22, 0.5),
  };
  const widthM = between(random, 14, 22, 0.5);
  const depthM = between(random, 9, 14, 0.5);
  const hall = build(
    {
      id: 'hal',
      name: neutral ? 'Hal' : 'Maskinhus',
      state: 'new',
      use: 'primary',
      footprint: { xM: between(random, 12, 40, 0.5), yM: between(random, 44, 56, 0.5), widthM, depthM },
      pitchDegrees: 15,
      ridge: 'x',
      roof: 'stålplader',
      wall: 'stålplader',
      eavesM: between(random, 3.6, 4.4, 0.1),
      floorLevelM: round(meanTerrain(world) + 0.1, 2),
      rooms: [neutral ? 'RUM 1' : 'MASKINRUM'],
    },
    random,
  );
  world.buildings.push(hall, { ...house, id: 'stuehus' });
  Object.assign(known, {
    bygningstype: 'landbrugsbygning',
    anvendelse_eks: 'Gårdsplads',
    anvendelse_ny: 'Maskinhus til markredskaber',
    varmekilde: 'ingen',
    landbrugspligt: true,
    erhvervsmaessigt_noedvendigt: false,
    tagdaekning: 'broof_t2',
    brandbelastning_mj_m2: between(random, 300, 900, 50),
    spaendvidde_m: hall.footprint.depthM,
  });
  if (neutral) Object.assign(known, { byggearbejde: 'Ny hal', bygningstype: 'andet' });
  if (neutral && known.fuldmagtArbejde !== undefined) known.fuldmagtArbejde = 'Ny hal';
  grant(draft, 'Landzonetilladelse efter planlovens § 35', random);
  declare(draft, 'outbuilding', random);
  draw(draft, ['situationsplan', 'plantegning_ny', 'snit', 'facade']);
  drain(draft, random);
  classify(
    draft,
    {
      fire: 1,
      risk: 1,
      use: 'AK1',
      structure: 1,
      consequence: 'CC1',
      kind: neutral ? 'en bygning i én etage' : 'avls- og driftsbygning',
    },
    random,
  );
  return draft;
}
