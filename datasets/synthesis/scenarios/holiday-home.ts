import type { Random } from '../../../evals/statistics/random.ts';
import { build } from '../build.ts';
import { between, chance, pick, round } from '../draw.ts';
import { meanTerrain } from '../geometry.ts';
import type { Draft } from '../project.ts';
import { buildShed } from './build-shed.ts';
import { documentNew } from './common.ts';
import { start } from './start.ts';

const holidayRooms = ['STUE/KØKKEN', 'VÆRELSE 1', 'BAD', 'VÆRELSE 2'];

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
      buildShed(
        {
          id: 'sekundaer-ny',
          name: 'Udhus',
          state: 'new',
          footprint: {
            xM: round(world.plot.widthM - 8.4, 2),
            yM: round(world.plot.depthM - 8.2, 2),
            widthM: between(random, 4, 5, 0.1),
            depthM: between(random, 3, 4, 0.1),
          },
          eavesM: between(random, 2.2, 2.45, 0.05),
          floorLevelM: house.floorLevelM,
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
  documentNew(
    draft,
    'holiday',
    { fire: 1, risk: 1, use: 'AK4', structure: 1, consequence: 'CC1', kind: 'sommerhus' },
    random,
  );
  return draft;
}
