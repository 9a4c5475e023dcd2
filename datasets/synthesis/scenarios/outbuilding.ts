import type { Random } from '../../../evals/statistics/random.ts';
import { between, chance, pick, round } from '../draw.ts';
import { meanTerrain } from '../geometry.ts';
import type { Draft } from '../project.ts';
import { buildShed } from './build-shed.ts';
import { documentNew } from './common.ts';
import { placeHouse } from './place-house.ts';
import { start } from './start.ts';

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
    buildShed(
      {
        id: 'sekundaer-ny',
        name: kind,
        rooms: kind === 'Udhus' ? ['REDSKABER', 'CYKLER'] : ['BIL', 'REDSKABER'],
        state: 'new',
        footprint: { xM: between(random, 3, 6, 0.1), yM: behind, widthM, depthM },
        eavesM: between(random, 2.2, near ? 2.45 : 2.8, 0.05),
        floorLevelM: level,
      },
      random,
    ),
    buildShed(
      {
        id: 'sekundaer-eks',
        name: 'Skur',
        state: 'existing',
        footprint: {
          xM: 3,
          yM: between(random, 0.6, 1.4, 0.1),
          widthM: between(random, 3, 3.4, 0.1),
          depthM: between(random, 4.2, 4.8, 0.1),
        },
        eavesM: 2.2,
        floorLevelM: level,
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
  documentNew(
    draft,
    'outbuilding',
    { fire: 1, risk: 1, use: 'AK1', structure: 1, consequence: 'CC1', kind: 'sekundær bebyggelse' },
    random,
  );
  return draft;
}
