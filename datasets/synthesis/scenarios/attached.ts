import type { Random } from '../../../evals/statistics/random.ts';
import { build } from '../build.ts';
import { between, chance, pick, round } from '../draw.ts';
import { meanTerrain } from '../geometry.ts';
import type { Draft } from '../project.ts';
import { buildShed } from './build-shed.ts';
import { documentNew, insure, roofs, walls } from './common.ts';
import { start } from './start.ts';

const dwelling = ['STUE/KØKKEN', 'BAD', 'VÆRELSE', 'SOVEVÆRELSE'];

/** Three to six terraced houses in a row, or a semi-detached pair. */
export function drawAttached(random: Random): Draft {
  const semi = chance(random, 0.4);
  const dwellings = semi ? 2 : between(random, 3, 6, 1);
  const each = between(random, 7, 8, 0.5);
  const widthM = dwellings * each;
  const draft = start(
    {
      caseType: 'raekkehus_dobbelthus',
      plot: { width: [widthM + 12, widthM + 18], depth: [44, 54] },
      roles: ['entreprenør', 'arkitekt', 'bygningskonstruktør', 'rådgivende ingeniør'],
      work: semi ? 'Nyt dobbelthus' : `${dwellings} nye rækkehuse`,
    },
    random,
  );
  const { world, known } = draft;
  const depthM = between(random, 8.5, 10, 0.1);
  const house = build(
    {
      id: 'hus',
      name: semi ? 'Dobbelthus' : 'Rækkehuse',
      state: 'new',
      use: 'primary',
      footprint: {
        xM: round((world.plot.widthM - widthM) / 2, 2),
        yM: between(random, 8, 11, 0.1),
        widthM,
        depthM,
      },
      storeys: 1,
      pitchDegrees: pick(random, [20, 25]),
      ridge: 'x',
      roof: pick(random, roofs),
      wall: pick(random, walls),
      eavesM: between(random, 2.7, 3, 0.05),
      floorLevelM: round(meanTerrain(world) + 0.15, 2),
      rooms: Array.from({ length: dwellings }, (_, at) => dwelling.map((room) => `${room} ${at + 1}`)).flat(),
    },
    random,
  );
  world.buildings.push(
    house,
    buildShed(
      {
        id: 'sekundaer-ny',
        name: 'Udhus',
        state: 'new',
        footprint: { xM: 4, yM: round(world.plot.depthM - 7, 2), widthM: round(dwellings * 4, 2), depthM: 3 },
        eavesM: 2.4,
        floorLevelM: house.floorLevelM,
      },
      random,
    ),
  );
  const norm = pick(random, [1.5, 2, 2]);
  const needed = Math.ceil(norm * dwellings);
  world.parking = { spaces: needed + random.below(3), accessible: 1 };
  Object.assign(known, {
    bygningstype: semi ? 'dobbelthus_lodret' : 'raekkehus',
    anvendelse_eks: 'Ubebygget grund',
    anvendelse_ny: semi ? 'Dobbelthus til helårsbeboelse' : 'Rækkehuse til helårsbeboelse',
    antal_boliger: dwellings,
    antal_boliger_foer: 0,
    tagetage_m2: 0,
    kaelder_m2: 0,
    varmekilde: pick(random, ['fjernvarme', 'varmepumpe']),
    gangafstand_m: between(random, 10, 18, 1),
    roegalarm: true,
    niveaufri: true,
    terraenreguleres: false,
    pKrav: { perUnit: norm, unit: 'bolig', needed },
    opholdsareal_m2: between(random, 120, 300, 10),
    legeareal_m2: between(random, 40, 90, 5),
  });
  documentNew(
    draft,
    'house',
    {
      fire: 1,
      risk: 1,
      use: 'AK4',
      structure: 1,
      consequence: 'CC2',
      kind: semi ? 'dobbelthus' : 'rækkehuse',
    },
    random,
  );
  insure(draft, random);
  return draft;
}
