import type { Random } from '../../../evals/statistics/random.ts';
import { between, pick, round } from '../draw.ts';
import type { Draft } from '../project.ts';
import { buildShed } from './build-shed.ts';
import { documentNew, insure } from './common.ts';
import { heightRule, ratioRule, storeyRule } from './local-plan.ts';
import { placeBlock } from './place-block.ts';
import { rescueOpening } from './rescue-opening.ts';
import { start } from './start.ts';

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
    buildShed(
      {
        id: 'sekundaer-ny',
        name: 'Udhus',
        state: 'new',
        footprint: {
          xM: 4,
          yM: round(world.plot.depthM - 8, 2),
          widthM: between(random, 8, 12, 0.5),
          depthM: 4,
        },
        eavesM: 2.5,
        floorLevelM: block.floorLevelM,
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
    redning: rescueOpening('soverum og stuer', random),
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
  documentNew(
    draft,
    'block',
    { fire: 2, risk: 2, use: 'AK4', structure: 2, consequence: 'CC2', kind: 'etageboliger' },
    random,
  );
  insure(draft, random);
  return draft;
}
