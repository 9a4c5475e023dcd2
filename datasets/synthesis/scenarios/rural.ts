import type { Random } from '../../../evals/statistics/random.ts';
import { build } from '../build.ts';
import { between, chance, round } from '../draw.ts';
import { meanTerrain } from '../geometry.ts';
import type { Draft } from '../project.ts';
import { documentNew, grant } from './common.ts';
import { placeHouse } from './place-house.ts';
import { start } from './start.ts';

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
  documentNew(
    draft,
    'outbuilding',
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
