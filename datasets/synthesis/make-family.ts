import { createRandom } from '../../evals/statistics/random.ts';
import type { Case } from '../case.ts';
import type { Label } from '../label.ts';
import { breachesOf } from './breaches.ts';
import { type ComposedDrawing, composeCase } from './compose-case.ts';
import { composeLabel } from './compose-label.ts';
import { deriveFacts } from './derive-facts.ts';
import { chance, pick } from './draw.ts';
import { drawnBreaches, drawnWorld } from './drawn-world.ts';
import { injections } from './injections/all.ts';
import { drawCombination } from './injections/combine.ts';
import type { Injection } from './injections/injection.ts';
import { isPossible } from './injections/move.ts';
import { nearMisses } from './injections/near-misses.ts';
import { repairs } from './injections/repairs.ts';
import type { FamilyPlan } from './plan-families.ts';
import type { Draft, DraftDefect } from './project.ts';
import { drawScenario, isSound } from './scenarios/draw-scenario.ts';
import { drawWithoutPermit } from './scenarios/no-permit.ts';
import { settleFloors } from './settle-floors.ts';

export interface MadeCase {
  case: Case;
  label: Label;
  /** The sheets behind the drawings' text, by document and page. */
  drawings: ComposedDrawing[];
  /** What was brought in, by injection id; for tests and tables, and no part of case or label. */
  brought: string[];
}

interface Drawn {
  draft: Draft;
  found: DraftDefect[];
  brought: string[];
}

const attempts = 400;

/** The case of a family, or its twin without the defect. */
export function makeCase(plan: FamilyPlan, member: 'case' | 'twin'): MadeCase {
  const { seed, number, noiseShare } = plan;
  const { draft, found, brought } = member === 'twin' ? drawTwin(plan) : drawMember(plan).drawn;
  const look = createRandom(JSON.stringify([seed, number, 'look']));
  const noisePercent = chance(look, noiseShare) ? 1 + look.below(3) : 0;
  const bundle = chance(look, 0.4);
  const caseId = member === 'twin' ? plan.twinId! : plan.caseId;
  const composed = composeCase({
    draft,
    caseId,
    textSeed: JSON.stringify([seed, number]),
    noisePercent,
    bundle,
  });
  const label = composeLabel(draft, composed, found, member === 'case' ? plan.twinId : undefined);
  return { case: composed.case, label, drawings: composed.drawings, brought };
}

/** The family's defective (or only) member, and the attempt that gave it. */
function drawMember(plan: FamilyPlan): { drawn: Drawn; attempt: number } {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const drawn = tryMember(plan, attempt);
    if (drawn !== undefined) return { drawn, attempt };
  }
  throw new Error(
    `No application for ${plan.kind} ${plan.injection ?? ''} ${plan.caseType} in ${attempts} draws`,
  );
}

/** The same draw, with nothing brought in. */
function drawTwin(plan: FamilyPlan): Drawn {
  const { attempt } = drawMember(plan);
  return { draft: base(plan, attempt)!, found: [], brought: [] };
}

function base({ seed, number, caseType, kind }: FamilyPlan, attempt: number): Draft | undefined {
  const random = createRandom(JSON.stringify([seed, number, attempt, 'world']));
  if (kind !== 'noPermit') return drawScenario(caseType, random);
  const draft = drawWithoutPermit(random);
  settleFloors(draft.world);
  return isSound(draft) ? draft : undefined;
}

function tryMember(plan: FamilyPlan, attempt: number): Drawn | undefined {
  const { seed, number, kind, caseType } = plan;
  const draft = base(plan, attempt);
  if (draft === undefined) return undefined;
  const random = createRandom(JSON.stringify([seed, number, attempt, 'change']));
  switch (kind) {
    case 'single':
      return inject(draft, [injections.find(({ id }) => id === plan.injection)!], random);
    case 'combined':
      return inject(draft, drawCombination(caseType, random), random);
    case 'near':
    case 'repaired': {
      const ways = (kind === 'near' ? nearMisses : repairs).filter((way) => way.caseTypes.includes(caseType));
      const way = pick(random, ways);
      if (!way.apply(draft, random) || !isSound(draft)) return undefined;
      settleFloors(draft.world);
      return { draft, found: [], brought: [way.id] };
    }
    default:
      return { draft, found: [], brought: [] };
  }
}

/** @returns undefined where one cannot be brought in, brings in more than it should, or shows nowhere */
function inject(
  draft: Draft,
  chosen: readonly Injection[],
  random: ReturnType<typeof createRandom>,
): Drawn | undefined {
  const floors = JSON.stringify(draft.world.buildings.map(({ footprint }) => footprint));
  for (const injection of chosen) if (!injection.apply(draft, random)) return undefined;
  // Floors follow where a building was moved; steps at a door were set on purpose.
  if (JSON.stringify(draft.world.buildings.map(({ footprint }) => footprint)) !== floors)
    settleFloors(draft.world);
  if (!isPossible(draft) || !isPossible({ ...draft, world: drawnWorld(draft) })) return undefined;
  const types = new Set(draft.docs.map(({ type }) => type));
  if (draft.defects.some(({ needs }) => needs?.some((type) => !types.has(type)))) return undefined;
  const told = breachesOf(draft, deriveFacts(draft));
  const shown = drawnBreaches(draft, told);
  const expected = chosen.flatMap(({ code, brings }) => [code, ...(brings ?? [])]);
  if (shown === undefined || shown.some(({ code }) => !expected.includes(code))) return undefined;
  const found = [...draft.defects, ...told, ...shown];
  const codes = new Set(found.map(({ code }) => code));
  if (!expected.every((code) => codes.has(code))) return undefined;
  // A single defect stands alone; what two bring together is labelled whatever it is.
  const allowed = new Set([...expected, ...draft.defects.map(({ code }) => code)]);
  if (chosen.length === 1 && [...codes].some((code) => !allowed.has(code))) return undefined;
  return { draft, found, brought: chosen.map(({ id }) => id) };
}
