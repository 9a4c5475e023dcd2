import type { Random } from '../../../evals/statistics/random.ts';
import { between, chance, pick } from '../draw.ts';
import type { Facts } from '../facts.ts';
import { drawPlace, fillDigits, municipalities } from '../municipalities.ts';
import type { CaseType, DocPlan, Draft, Voice } from '../project.ts';
import { addDays } from '../style.ts';
import type { Beyond, Plot, Side, World } from '../world.ts';

export interface StartInput {
  caseType: CaseType;
  zone?: Draft['zone'];
  plot: { width: [number, number]; depth: [number, number] };
  /** Which roles apply for such work. */
  roles: readonly Role[];
  work: string;
  /** Where the road runs; the other sides are neighbours, one perhaps a path. */
  pathShare?: number;
}

export type Role =
  | 'ejer'
  | 'typehusfirma'
  | 'entreprenør'
  | 'arkitekt'
  | 'bygningskonstruktør'
  | 'rådgivende ingeniør'
  | 'forening';

const voices: Record<Role, Voice> = {
  ejer: 'private',
  typehusfirma: 'builder',
  entreprenør: 'builder',
  arkitekt: 'architect',
  bygningskonstruktør: 'architect',
  'rådgivende ingeniør': 'adviser',
  forening: 'private',
};

/** An application with a property, parties and an empty plot; nothing is built yet. */
export function start(input: StartInput, random: Random): Draft {
  const municipality = pick(random, municipalities);
  const role = pick(random, input.roles);
  const place = drawPlace(municipality, random);
  const owners = role === 'forening' ? 1 : pick(random, [1, 1, 2]);
  const isOwner = role === 'ejer' || role === 'forening';
  const signed = isOwner ? true : chance(random, 0.3);
  const letter = () =>
    pick(random, ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'T']);
  const ownerNames = Array.from({ length: owners }, (_, at) => `Ejer ${at + 1}`);
  const firm = {
    typehusfirma: 'Typehusfirma',
    entreprenør: 'Entreprenørfirma',
    arkitekt: 'Arkitektfirma',
    bygningskonstruktør: 'Tegnestue',
    'rådgivende ingeniør': 'Ingeniørfirma',
  } as Record<string, string>;
  const known: Facts = {
    sagsnr: chance(random, 0.7) ? fillDigits(municipality.caseNumber, random) : undefined,
    bom_nr: fillDigits('BOM-2024-0#####', random),
    ansoeger_rolle: role,
    ansoeger:
      role === 'forening'
        ? 'Ejerforeningen'
        : isOwner
          ? 'Ejer 1'
          : `${firm[role]} ${letter()}-${between(random, 2, 97, 1)}`,
    antal_ejere: owners,
    ejere: ownerNames,
    ejer_signatur: signed,
    byggearbejde: input.work,
    adresse: place.address,
    matrikelnr: place.matrikel,
    ejerlav: place.ejerlav,
    vejareal_m2: chance(random, 0.4) ? 0 : undefined,
    linjer: [],
    forureningskortlaegning: pick(random, ['ingen', 'ingen', 'ingen', 'områdeklassificeret']),
    dispensationer_givet: [],
    soegte_dispensationer: [],
    arbejdet_paabegyndt: false,
    lokalplan_nr: 'ingen',
    regnvand: 'kloak',
    koter: true,
  };
  const docs: DocPlan[] = [{ type: 'ansoegning' }, { type: 'beskrivelse' }];
  if (!isOwner && !signed) {
    docs.push({ type: 'fuldmagt' });
    known.fuldmagtFra = ownerNames;
    known.fuldmagtTil = known.ansoeger;
    known.fuldmagtArbejde = input.work;
  }
  return {
    caseType: input.caseType,
    zone: input.zone ?? 'byzone',
    municipality: municipality.name,
    cluster: municipality.cluster,
    style: municipality.style,
    voice: voices[role],
    date: addDays('2024-07-08', random.below(160)),
    world: emptyWorld(input, random),
    known,
    say: {},
    adjust: [],
    docs,
    localRules: [],
    defects: [],
    formAsksGeometry: chance(random, 0.7),
    noPermit: false,
    length: drawLength(random),
  };
}

/** Most descriptions have one to three pages; a few have up to thirty. */
function drawLength(random: Random): number {
  const share = random.float();
  if (share < 0.55) return 1;
  if (share < 0.85) return between(random, 2, 4, 1);
  if (share < 0.96) return between(random, 5, 12, 1);
  return between(random, 13, 30, 1);
}

function emptyWorld({ plot, pathShare = 0.15 }: StartInput, random: Random): World {
  const road = pick(random, ['south', 'south', 'west', 'north', 'east'] as const);
  const beyond: Record<Side, Beyond> = {
    south: 'neighbour',
    east: 'neighbour',
    north: 'neighbour',
    west: 'neighbour',
  };
  beyond[road] = 'road';
  if (chance(random, pathShare)) beyond[opposite[road]] = 'path';
  const made: Plot = {
    widthM: between(random, ...plot.width, 0.5),
    depthM: between(random, ...plot.depth, 0.5),
    beyond,
    toMidlineM: { road: between(random, 3, 5, 0.5), path: between(random, 1.5, 2.5, 0.5) },
  };
  return {
    plot: made,
    buildings: [],
    raised: [],
    parking: { spaces: 2, accessible: 0 },
    terrainM: drawTerrain(random),
    northDegrees: between(random, -40, 40, 5),
  };
}

export const opposite: Record<Side, Side> = { south: 'north', north: 'south', east: 'west', west: 'east' };

/** Nearly flat, or falling by 0.7 to 1.9 m from one side to the other. */
function drawTerrain(random: Random): World['terrainM'] {
  const level = between(random, 4, 42, 0.05);
  const fall = chance(random, 0.25) ? between(random, 0.7, 1.9, 0.1) : between(random, 0, 0.2, 0.05);
  const far = Math.round((level + fall) * 100) / 100;
  return pick(random, [
    [level, level, far, far],
    [far, far, level, level],
    [level, far, far, level],
  ] as World['terrainM'][]);
}
