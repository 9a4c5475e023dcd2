import type { Random } from '../../../evals/statistics/random.ts';
import { breachesOf } from '../breaches.ts';
import { deriveFacts } from '../derive-facts.ts';
import { between, chance } from '../draw.ts';
import { enlarge, ratioLimits } from '../injections/fit-plot.ts';
import { isPossible } from '../injections/move.ts';
import { layRoadLine } from '../injections/road-line.ts';
import type { CaseType, Draft } from '../project.ts';
import { settleFloors } from '../settle-floors.ts';
import { drawAttached } from './attached.ts';
import { drawDemolition, drawHall, drawTent } from './business.ts';
import { drawAlteration, drawBalcony, drawChange } from './existing-blocks.ts';
import { drawHolidayHome } from './holiday-home.ts';
import { drawExtension, drawHouse, drawRoofTerrace } from './houses.ts';
import { layLocalPlan } from './local-plan.ts';
import { drawBlock } from './new-block.ts';
import { drawOutbuilding } from './outbuilding.ts';
import { drawRural } from './rural.ts';

const scenarios: Record<CaseType, (random: Random) => Draft> = {
  enfamiliehus_ny: drawHouse,
  tilbygning: drawExtension,
  sommerhus: drawHolidayHome,
  sekundaer_over_50: drawOutbuilding,
  raekkehus_dobbelthus: drawAttached,
  erhverv_lager: drawHall,
  etagebolig: drawBlock,
  ombygning: drawAlteration,
  aendret_anvendelse: drawChange,
  landzone_byggeri: drawRural,
  nedrivning: drawDemolition,
  altan: drawBalcony,
  tagterrasse: drawRoofTerrace,
  midlertidig_konstruktion: drawTent,
};

const planned = new Set<CaseType>([
  'enfamiliehus_ny',
  'tilbygning',
  'sommerhus',
  'sekundaer_over_50',
  'raekkehus_dobbelthus',
  'erhverv_lager',
  'aendret_anvendelse',
  'landzone_byggeri',
]);

/** Where a road building line may be registered. */
const lined = new Set<CaseType>(['enfamiliehus_ny', 'tilbygning', 'erhverv_lager', 'etagebolig']);

/** A complete and lawful application of this type, or undefined where the draw is not one: then draw again. */
export function drawScenario(caseType: CaseType, random: Random): Draft | undefined {
  const draft = scenarios[caseType](random);
  // Up to 50 m² together they need no permit and no fire class.
  if (caseType === 'sekundaer_over_50' && (deriveFacts(draft).sekundaert_areal_m2 ?? 0) <= 51)
    return undefined;
  const limit = ratioLimits[caseType];
  // A third of the plots is built on nearly as densely as may be.
  if (
    limit !== undefined &&
    chance(random, 0.35) &&
    !enlarge(draft, limit * between(random, 0.7, 0.97, 0.01))
  )
    return undefined;
  if (planned.has(caseType) && draft.localRules.length === 0 && chance(random, 0.3))
    layLocalPlan(draft, random);
  if (lined.has(caseType) && chance(random, 0.35))
    layRoadLine(draft, -between(random, 0.1, 1.5, 0.1), 1950 + random.below(40));
  settleFloors(draft.world);
  return isSound(draft) ? draft : undefined;
}

export function isSound(draft: Draft): boolean {
  return isPossible(draft) && breachesOf(draft, deriveFacts(draft)).length === 0;
}
