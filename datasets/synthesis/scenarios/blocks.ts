import type { Random } from '../../../evals/statistics/random.ts';
import { build } from '../build.ts';
import { between, pick, round } from '../draw.ts';
import { meanTerrain } from '../geometry.ts';
import type { Draft } from '../project.ts';
import type { Building } from '../world.ts';
import { classify, declare, drain, draw, insure, walls } from './common.ts';
import { heightRule, ratioRule, storeyRule } from './local-plan.ts';
import { start } from './start.ts';

const flat = ['STUE', 'KØKKEN', 'BAD', 'SOVEVÆRELSE'];

interface BlockInput {
  storeys: number;
  width: [number, number];
  depth: [number, number];
  state: Building['state'];
  rooms?: readonly string[];
}

function placeBlock(
  draft: Draft,
  random: Random,
  { storeys, width, depth, state, rooms = flat }: BlockInput,
): Building {
  const { world } = draft;
  const widthM = between(random, ...width, 0.5);
  return build(
    {
      id: 'bygning',
      name: 'Etagebygning',
      state,
      use: 'primary',
      footprint: {
        xM: round((world.plot.widthM - widthM) / 2, 2),
        yM: between(random, 8, 11, 0.5),
        widthM,
        depthM: between(random, ...depth, 0.5),
      },
      storeys,
      form: 'fladt',
      roof: 'tagpap',
      wall: pick(random, walls.slice(0, 3)),
      eavesM: round(storeys * 3 + between(random, 0.4, 0.9, 0.05), 2),
      overhangM: 0,
      floorLevelM: round(meanTerrain(world) + 0.05, 2),
      rooms,
    },
    random,
  );
}

export function drawBlock(random: Random): Draft {
  const draft = start(
    {
      caseType: 'etagebolig',
      plot: { width: [42, 54], depth: [46, 60] },
      roles: ['arkitekt', 'rådgivende ingeniør', 'entreprenør'],
      work: 'Ny etageboligbebyggelse',
    },
    random,
  );
  const { world, known } = draft;
  const storeys = pick(random, [2, 2, 3]);
  const dwellings = 2 * between(random, 4, 7, 1);
  const block = placeBlock(draft, random, { storeys, width: [26, 32], depth: [10, 12], state: 'new' });
  world.buildings.push(
    block,
    build(
      {
        id: 'sekundaer-ny',
        name: 'Udhus',
        state: 'new',
        use: 'outbuilding',
        footprint: {
          xM: 4,
          yM: round(world.plot.depthM - 8, 2),
          widthM: between(random, 8, 12, 0.5),
          depthM: 4,
        },
        form: 'fladt',
        roof: 'tagpap',
        wall: 'træbeklædning',
        eavesM: 2.5,
        overhangM: 0,
        floorLevelM: block.floorLevelM,
        openings: false,
      },
      random,
    ),
  );
  const norm = pick(random, [1, 1, 1.5]);
  const needed = Math.ceil(norm * dwellings);
  world.parking = { spaces: needed + random.below(4), accessible: 1 };
  Object.assign(known, {
    bygningstype: 'etagebolig',
    anvendelse_eks: 'Ubebygget grund',
    anvendelse_ny: 'Etageboliger til helårsbeboelse',
    antal_boliger: dwellings,
    antal_boliger_foer: 0,
    tagetage_m2: 0,
    kaelder_m2: 0,
    varmekilde: 'fjernvarme',
    elevator: true,
    niveaufri: true,
    terraenreguleres: false,
    pKrav: { perUnit: norm, unit: 'bolig', needed },
    cykelpladser: dwellings * 2,
    opholdsareal_m2: between(random, 350, 600, 10),
    legeareal_m2: between(random, 50, 120, 5),
    roegalarm: true,
    redning: {
      rum: 'soverum og stuer',
      breddeM: 0.7,
      hoejdeM: between(random, 1, 1.2, 0.05),
      brystningM: between(random, 0.8, 0.95, 0.05),
    },
  });
  // More than two storeys are beyond the building right: a local plan allows them.
  if (storeys > 2) {
    const plan = `${between(random, 1, 9, 1)}.${between(random, 11, 49, 1)}`;
    known.lokalplan_nr = plan;
    const rules = [
      ratioRule(between(random, 60, 80, 5), random),
      heightRule(Math.ceil(block.ridgeM) + 1, draft.style, random),
      storeyRule(storeys, random),
    ];
    draft.localRules = rules.map((rule, at) => ({ plan, paragraph: `6.${at + 1}`, ...rule }));
  }
  declare(draft, 'block', random);
  draw(draft, ['situationsplan', 'plantegning_ny', 'snit', 'facade']);
  drain(draft, random);
  classify(
    draft,
    { fire: 2, risk: 2, use: 'AK4', structure: 2, consequence: 'CC2', kind: 'etageboliger' },
    random,
  );
  insure(draft, random);
  return draft;
}

export function drawBalcony(random: Random): Draft {
  const draft = start(
    {
      caseType: 'altan',
      plot: { width: [36, 46], depth: [40, 52] },
      roles: ['arkitekt', 'rådgivende ingeniør', 'forening'],
      work: 'Nye altaner på etageejendom',
    },
    random,
  );
  const { world, known } = draft;
  const storeys = between(random, 3, 4, 1);
  const block = placeBlock(draft, random, { storeys, width: [20, 26], depth: [9, 11], state: 'existing' });
  world.buildings.push(block);
  const count = storeys - 1;
  const dybde = between(random, 1.1, 1.5, 0.1);
  const bredde = between(random, 2.4, 3.6, 0.2);
  const guardrailM = between(random, 1.05, 1.2, 0.05);
  for (let at = 0; at < count; at += 1) {
    world.raised.push({
      name: `Altan ${at + 1}`,
      place: {
        xM: round(block.footprint.xM + 4, 2),
        yM: round(block.footprint.yM - dybde, 2),
        widthM: bredde,
        depthM: dybde,
      },
      heightM: round(0.1 + 3 * (at + 1), 2),
      guardrailM,
    });
  }
  Object.assign(known, {
    bygningstype: 'etagebolig',
    anvendelse_eks: 'Etageboliger',
    anvendelse_ny: 'Etageboliger med altaner',
    antal_boliger: storeys * 4,
    antal_boliger_foer: storeys * 4,
    varmekilde: 'fjernvarme',
    bbr_bygningsnr: '1',
    antal_altaner: count,
    dybde_m: dybde,
    bredde_m: bredde,
    baerende_aendring: true,
  });
  declare(draft, 'balcony', random);
  draw(draft, ['situationsplan', 'plantegning_eks', 'plantegning_ny', 'snit', 'facade']);
  classify(
    draft,
    { fire: 2, risk: 2, use: 'AK4', structure: 2, consequence: 'CC2', kind: 'etageejendom' },
    random,
  );
  return draft;
}

export function drawAlteration(random: Random): Draft {
  const draft = start(
    {
      caseType: 'ombygning',
      plot: { width: [30, 40], depth: [34, 44] },
      roles: ['arkitekt', 'rådgivende ingeniør', 'bygningskonstruktør'],
      work: 'Ny åbning i bærende væg i lejlighed',
    },
    random,
  );
  const { world, known } = draft;
  const storeys = between(random, 3, 5, 1);
  world.buildings.push(
    placeBlock(draft, random, { storeys, width: [18, 24], depth: [9, 11], state: 'existing' }),
  );
  Object.assign(known, {
    bygningstype: 'etagebolig',
    anvendelse_eks: 'Etagebolig, ejerlejlighed',
    anvendelse_ny: 'Etagebolig, ejerlejlighed',
    antal_boliger: storeys * 2,
    antal_boliger_foer: storeys * 2,
    varmekilde: 'fjernvarme',
    bbr_bygningsnr: '1',
    baerende_aendring: true,
    fredet: false,
    bevaringsvaerdig_udpeget: false,
    redning: {
      rum: 'soverum og stue',
      breddeM: 0.7,
      hoejdeM: between(random, 1, 1.2, 0.05),
      brystningM: between(random, 0.8, 0.95, 0.05),
    },
  });
  // The wall is the association's: it signs.
  known.ejere = ['Ejerforeningen'];
  known.antal_ejere = 1;
  known.ejer_signatur = false;
  draft.docs = draft.docs.filter(({ type }) => type !== 'fuldmagt');
  draft.docs.push({ type: 'fuldmagt' });
  known.fuldmagtFra = ['Ejerforeningen'];
  known.fuldmagtTil = known.ansoeger;
  known.fuldmagtArbejde = known.byggearbejde;
  declare(draft, 'alteration', random);
  draw(draft, ['plantegning_eks', 'plantegning_ny', 'snit']);
  classify(
    draft,
    { fire: 2, risk: 2, use: 'AK4', structure: 2, consequence: 'CC2', kind: 'etageejendom' },
    random,
  );
  return draft;
}

/** Offices become dwellings, or a shop becomes a clinic. */
export function drawChange(random: Random): Draft {
  const toDwellings = random.below(3) > 0;
  const draft = start(
    {
      caseType: 'aendret_anvendelse',
      plot: { width: [30, 40], depth: [34, 44] },
      roles: ['arkitekt', 'bygningskonstruktør', 'rådgivende ingeniør', 'ejer'],
      work: toDwellings
        ? 'Indretning af boliger i eksisterende bygning'
        : 'Indretning af klinik i eksisterende butik',
    },
    random,
  );
  const { world, known } = draft;
  const block = placeBlock(draft, random, {
    storeys: 2,
    width: [16, 20],
    depth: [9, 10],
    state: 'existing',
    rooms: toDwellings ? flat : ['VENTERUM', 'BEHANDLING 1', 'BEHANDLING 2', 'WC'],
  });
  world.buildings.push(block);
  const dwellings = toDwellings ? between(random, 2, 4, 1) : 0;
  const norm = pick(random, [1, 1.5]);
  const needed = toDwellings ? Math.ceil(norm * dwellings) : between(random, 4, 6, 1);
  world.parking = { spaces: needed + random.below(3), accessible: 1 };
  Object.assign(known, {
    bygningstype: toDwellings ? 'etagebolig' : 'andet',
    anvendelse_eks: toDwellings ? 'Kontor' : 'Butik',
    anvendelse_ny: toDwellings ? 'Boliger til helårsbeboelse' : 'Klinik',
    antal_boliger: dwellings,
    antal_boliger_foer: 0,
    varmekilde: 'fjernvarme',
    bbr_bygningsnr: '1',
    baerende_aendring: false,
    fredet: false,
    niveaufri: true,
    pKrav: { perUnit: toDwellings ? norm : needed, unit: toDwellings ? 'bolig' : 'klinik', needed },
    gulvUnderTerraen: false,
    roegalarm: true,
    ...(toDwellings
      ? {
          opholdsareal_m2: between(random, 100, 250, 10),
          legeareal_m2: between(random, 40, 60, 5),
          redning: {
            rum: 'soverum og stuer',
            breddeM: 0.7,
            hoejdeM: between(random, 1, 1.2, 0.05),
            brystningM: between(random, 0.8, 0.95, 0.05),
          },
        }
      : { personantal: between(random, 10, 30, 1) }),
  });
  declare(draft, 'use', random);
  draw(draft, ['situationsplan', 'plantegning_eks', 'plantegning_ny', 'snit']);
  drain(draft, random);
  known.regnvand = 'kloak';
  known.nedsivning = undefined;
  draft.docs = draft.docs.filter(({ type }) => type !== 'nedsivningsansoegning');
  classify(
    draft,
    {
      fire: 2,
      risk: 2,
      use: toDwellings ? 'AK4' : 'AK2',
      structure: 1,
      consequence: 'CC2',
      kind: 'etageejendom',
    },
    random,
  );
  // No load-bearing part is changed, so there is no structural class to state.
  known.konstruktionsklasse = undefined;
  known.konsekvensklasse = undefined;
  known.konstruktionsbegrundelse = undefined;
  draft.docs = draft.docs.filter(({ type }) => type !== 'kk_redegoerelse');
  if (toDwellings) insure(draft, random);
  return draft;
}
