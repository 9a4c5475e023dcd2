import type { Random } from '../../../evals/statistics/random.ts';
import { between, pick, round } from '../draw.ts';
import { distanceTo } from '../geometry.ts';
import { drawMatrikel } from '../municipalities.ts';
import { findDoc } from '../scenarios/common.ts';
import { builtTypes } from './injection.ts';
import { moveTo, newMain, sideOf } from './move.ts';
import type { NearMiss } from './near-misses.ts';

function tellOfRevision(draft: Parameters<NearMiss['apply']>[0], random: Random, what: string): void {
  draft.docs.push({ type: 'brev' });
  draft.known.kontakt = pick(random, [
    `Vi har rettet ${what}; rev. B erstatter rev. A, som udgår.`,
    `Vedlagt er ${what} i rev. B. Den afløser rev. A, der ikke længere gælder.`,
    `${what.charAt(0).toUpperCase()}${what.slice(1)} er revideret: rev. B gælder, rev. A bortfalder.`,
  ]);
}

/** A first revision that was wrong and a later one that is right: not a defect. */
export const repairs: readonly NearMiss[] = [
  {
    id: 'distance-repaired',
    not: 'afstand_skel_vej_bolig',
    caseTypes: ['enfamiliehus_ny', 'raekkehus_dobbelthus', 'sommerhus'],
    apply(draft, random) {
      const plan = findDoc(draft, 'situationsplan');
      const house = newMain(draft);
      const side = house && sideOf(draft.world, ['neighbour'], house, random);
      if (plan === undefined || house === undefined || side === undefined) return false;
      const wrong = round(
        Math.min(distanceTo(draft.world, house.footprint, side), draft.caseType === 'sommerhus' ? 4.9 : 2.4) -
          between(random, 0.1, 0.5, 0.05),
        2,
      );
      plan.earlier = {
        redraw: (world) => {
          moveTo(world, world.buildings.find(({ id }) => id === house.id)!, side, wrong);
        },
      };
      tellOfRevision(draft, random, 'situationsplanen');
      return true;
    },
  },
  {
    id: 'height-repaired',
    not: 'modstrid_hoejde',
    caseTypes: [...builtTypes],
    apply(draft, random) {
      const doc = findDoc(draft, pick(random, ['snit', 'facade']));
      const house = newMain(draft);
      if (doc === undefined || house === undefined) return false;
      const less = between(random, 0.2, 0.45, 0.05);
      doc.earlier = {
        redraw: (world) => {
          for (const building of world.buildings) {
            if (building.id !== house.id) continue;
            building.ridgeM = round(building.ridgeM - less, 2);
            if (building.roof.form !== 'saddeltag') building.eavesM = building.ridgeM;
          }
        },
      };
      tellOfRevision(draft, random, doc.type === 'snit' ? 'snittet' : 'facaderne');
      return true;
    },
  },
  {
    id: 'identity-repaired',
    not: 'modstrid_ejendomsidentifikation',
    caseTypes: [...builtTypes, 'altan', 'tagterrasse'],
    apply(draft, random) {
      const doc = findDoc(draft, pick(random, ['situationsplan', 'plantegning_ny', 'snit']));
      if (doc === undefined) return false;
      doc.earlier = { say: { matrikelnr: drawMatrikel(random) } };
      tellOfRevision(draft, random, 'matrikelnummeret på tegningen');
      return true;
    },
  },
  {
    id: 'scale-repaired',
    not: 'tegning_uden_maal_eller_maalestok',
    caseTypes: [...builtTypes],
    apply(draft, random) {
      const doc = findDoc(draft, 'plantegning_ny');
      if (doc === undefined) return false;
      doc.earlier = { flaws: { scale: true } };
      tellOfRevision(draft, random, 'plantegningen');
      return true;
    },
  },
];
