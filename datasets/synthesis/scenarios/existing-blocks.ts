import type { Random } from '../../../evals/statistics/random.ts';
import { between, pick, round } from '../draw.ts';
import type { Draft } from '../project.ts';
import { classify, declare, drain, draw, insure } from './common.ts';
import { flat, placeBlock } from './place-block.ts';
import { rescueOpening } from './rescue-opening.ts';
import { start } from './start.ts';

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
    redning: rescueOpening('soverum og stue', random),
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
          redning: rescueOpening('soverum og stuer', random),
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
