import type { Random } from '../../../evals/statistics/random.ts';
import { build } from '../build.ts';
import { between, chance, pick, round } from '../draw.ts';
import { meanTerrain } from '../geometry.ts';
import { layRows } from '../lay-rooms.ts';
import type { Draft } from '../project.ts';
import { addDays } from '../style.ts';
import { declare, documentNew, draw } from './common.ts';
import { placeHouse } from './place-house.ts';
import { start } from './start.ts';

/** The store takes most of the hall. */
const hallRows = [
  { names: ['KONTOR', 'FROKOSTSTUE', 'OMKLÆDNING', 'TEKNIK'], share: 1 },
  { names: ['LAGER'], share: 5 },
];

export function drawHall(random: Random): Draft {
  const draft = start(
    {
      caseType: 'erhverv_lager',
      plot: { width: [84, 110], depth: [70, 90] },
      roles: ['arkitekt', 'rådgivende ingeniør', 'entreprenør'],
      work: 'Ny lagerhal',
    },
    random,
  );
  const { world, known } = draft;
  const widthM = between(random, 24, 58, 0.5);
  const depthM = between(random, 16, 25, 0.5);
  const hall = build(
    {
      id: 'hal',
      name: 'Lagerhal',
      state: 'new',
      use: 'primary',
      footprint: { xM: between(random, 8, 14, 0.5), yM: between(random, 18, 24, 0.5), widthM, depthM },
      pitchDegrees: pick(random, [5, 8]),
      ridge: 'x',
      roof: pick(random, ['tagpap', 'stålplader']),
      wall: 'stålplader',
      eavesM: between(random, 5.4, 6.4, 0.1),
      overhangM: 0,
      floorLevelM: round(meanTerrain(world) + 0.02, 2),
    },
    random,
  );
  world.buildings.push(hall);
  const areaM2 = Math.round(widthM * depthM);
  const storeM2 = Math.round(areaM2 * 0.8);
  hall.rooms = layRows(hall.footprint, hallRows, 0, hall.openings).map((room) =>
    room.name === 'LAGER' ? { ...room, areaM2: storeM2 } : room,
  );
  const needed = Math.ceil(areaM2 / 100);
  world.parking = { spaces: needed + random.below(4), accessible: 1 };
  Object.assign(known, {
    bygningstype: 'industri_lager',
    anvendelse_eks: 'Ubebygget grund',
    anvendelse_ny: 'Lager for byggematerialer, uden kunder',
    antal_boliger: 0,
    tagetage_m2: 0,
    kaelder_m2: 0,
    varmekilde: pick(random, ['fjernvarme', 'varmepumpe', 'el']),
    niveaufri: true,
    terraenreguleres: false,
    rum_max_m2: storeM2,
    stablingshoejde_m: between(random, 4, 5, 0.5),
    brandbelastning_mj_m2: between(random, 300, 800, 50),
    etageareal_brandafsnit_m2: areaM2,
    sprinkler: false,
    brandventilation: areaM2 > 900,
    aba: false,
    slangevinder: true,
    spaendvidde_m: depthM,
    antal_ansatte: between(random, 3, 14, 1),
    pKrav: { perUnit: 1, unit: '100 m² lager', needed },
    tagdaekning: 'broof_t2',
  });
  documentNew(
    draft,
    'hall',
    { fire: 2, risk: 2, use: 'AK1', structure: 2, consequence: 'CC2', kind: 'lagerbygning' },
    random,
  );
  return draft;
}

export function drawDemolition(random: Random): Draft {
  const draft = start(
    {
      caseType: 'nedrivning',
      plot: { width: [24, 30], depth: [32, 42] },
      roles: ['ejer', 'ejer', 'entreprenør'],
      work: 'Nedrivning af enfamiliehus',
    },
    random,
  );
  const { world, known } = draft;
  const house = { ...placeHouse(draft, random, { state: 'demolished' }), rooms: [] };
  world.buildings.push(house);
  known.ejer_signatur = true;
  draft.docs = draft.docs.filter(({ type }) => type !== 'fuldmagt');
  Object.assign(known, {
    bygningstype: 'enfamiliehus_fritliggende',
    anvendelse_eks: 'Fritliggende enfamiliehus',
    antal_boliger_foer: 1,
    antal_boliger: 0,
    opfoert_aar: between(random, 1921, 1979, 1),
    bbr_bygningsnr: '1',
    affald_ton: between(random, 90, 240, 5),
    fredet: false,
    bevaringsvaerdig_udpeget: false,
    save_vaerdi: between(random, 4, 8, 1),
    regnvand: undefined,
  });
  draw(draft, ['situationsplan', 'foto', 'affaldsanmeldelse']);
  return draft;
}

/** A marquee for ten to twenty weeks: over six weeks, so a permit is applied for. */
export function drawTent(random: Random): Draft {
  const draft = start(
    {
      caseType: 'midlertidig_konstruktion',
      plot: { width: [60, 90], depth: [60, 90] },
      roles: ['ejer', 'arkitekt', 'rådgivende ingeniør'],
      work: 'Midlertidigt telt',
    },
    random,
  );
  const { world, known } = draft;
  const widthM = between(random, 12, 20, 1);
  const depthM = between(random, 10, 12, 1);
  const ridgeM = between(random, 4.4, 5.2, 0.1);
  world.buildings.push({
    id: 'telt',
    name: 'Telt',
    state: 'new',
    use: 'primary',
    footprint: { xM: between(random, 14, 25, 0.5), yM: between(random, 16, 26, 0.5), widthM, depthM },
    storeys: 1,
    roof: { form: 'saddeltag', pitchDegrees: 18, ridge: 'x', overhangM: 0, material: 'teltdug' },
    eavesM: 3,
    ridgeM,
    floorLevelM: meanTerrain(world),
    wallMaterial: 'teltdug',
    openings: [],
    rooms: [],
  });
  const weeks = between(random, 10, 20, 1);
  const from = addDays(draft.date, between(random, 35, 70, 1));
  const permit = chance(random, 1);
  Object.assign(known, {
    byggearbejde: permit ? `Midlertidigt telt i ${weeks} uger, ansøgning om byggetilladelse` : undefined,
    bygningstype: 'andet',
    konstruktion_type: 'telt i én etage, ikke til privat brug',
    areal_m2: widthM * depthM,
    laengde_m: widthM,
    bredde_m: depthM,
    personantal: between(random, 60, 140, 10),
    opstilling_fra: from,
    opstilling_til: addDays(from, weeks * 7),
    anvendelse_eks: 'Plæne',
    anvendelse_ny: 'Udstilling',
    certifikat: `TK-${between(random, 1200, 8900, 1)}`,
    overnatning: false,
    anvendelseskategori: 'AK3',
    varmekilde: 'el',
    tagdaekning: undefined,
    indsats: true,
  });
  if (known.fuldmagtArbejde !== undefined) known.fuldmagtArbejde = 'Midlertidigt telt';
  declare(draft, 'tent', random);
  draw(draft, ['situationsplan', 'certifikat']);
  return draft;
}
