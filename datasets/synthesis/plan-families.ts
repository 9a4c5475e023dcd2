import { createHash } from 'node:crypto';
import { createRandom } from '../../evals/statistics/random.ts';
import { shuffle } from '../transforms/document-order.ts';
import { chance, pick } from './draw.ts';
import { injections } from './injections/all.ts';
import { drawnInjections } from './injections/drawn.ts';
import type { Injection } from './injections/injection.ts';
import { nearMisses } from './injections/near-misses.ts';
import { repairs } from './injections/repairs.ts';
import { type CaseType, caseTypes } from './project.ts';

export type FamilyKind = 'single' | 'combined' | 'clean' | 'near' | 'repaired' | 'noPermit';

/** What a family is to be, before anything of it is drawn. */
export interface FamilyPlan {
  seed: string;
  number: number;
  kind: FamilyKind;
  caseType: CaseType;
  /** Of a single defect: which way. */
  injection?: string;
  caseId: string;
  /** The untouched case, where it is kept. */
  twinId?: string;
  noiseShare: number;
}

export interface Shares {
  /** Of families with one defect: those whose untouched case is kept. */
  twins: number;
  /** Of cases: those whose drawings are read with errors, 1 to 3 in 100 signs. */
  noise: number;
}

export const defaultShares: Shares = { twins: 0.5, noise: 0.25 };

/** How often each kind of family is drawn. An assumption: no Danish figures of prevalence are known. */
const weights: [FamilyKind, number][] = [
  ['single', 0.42],
  ['combined', 0.16],
  ['clean', 0.16],
  ['near', 0.11],
  ['repaired', 0.08],
  ['noPermit', 0.07],
];

/** One planned case: which family, and which of its members. */
export interface PlannedCase {
  caseId: string;
  plan: FamilyPlan;
  member: 'case' | 'twin';
}

/** So many cases, sorted by their ids, which are hashes of seed and number and say nothing of the label. */
export function planCases(count: number, seed: string, shares = defaultShares): PlannedCase[] {
  const planned: PlannedCase[] = [];
  const taken = new Set<string>();
  const codes = dealCodes(seed);
  for (let number = 0; planned.length < count; number += 1) {
    const plan = planFamily(number, seed, shares, codes, taken, count - planned.length > 1);
    planned.push({ caseId: plan.caseId, plan, member: 'case' });
    if (plan.twinId !== undefined) planned.push({ caseId: plan.twinId, plan, member: 'twin' });
  }
  return planned.sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
}

function planFamily(
  number: number,
  seed: string,
  shares: Shares,
  codes: () => string,
  taken: Set<string>,
  mayTwin: boolean,
): FamilyPlan {
  const random = createRandom(JSON.stringify([seed, number, 'plan']));
  const kind = drawKind(random.float());
  const id = (member: string) => chooseId(JSON.stringify([seed, number, member]), taken);
  const common = { seed, number, kind, caseId: id('case'), noiseShare: shares.noise };
  if (kind === 'single') {
    const code = codes();
    const ways = waysOf(code);
    const way = pick(random, ways);
    const twin = mayTwin && chance(random, shares.twins);
    // A pair of twins differs in one required defect; what brings a second along is kept alone.
    const single = (way.brings ?? []).every((each) => each === 'dispensation_ikke_ansoegt');
    return {
      ...common,
      injection: way.id,
      caseType: pick(random, way.caseTypes),
      ...(twin && single ? { twinId: id('twin') } : {}),
    };
  }
  const possible =
    kind === 'near'
      ? nearMisses.flatMap((way) => way.caseTypes)
      : kind === 'repaired'
        ? repairs.flatMap((way) => way.caseTypes)
        : kind === 'noPermit'
          ? (['sekundaer_over_50'] as const)
          : caseTypes;
  return {
    ...common,
    caseType: pick(random, kind === 'near' || kind === 'repaired' ? [...new Set(possible)] : possible),
  };
}

/** The ways to bring a code in; of a rule's breach also those by which the drawings alone show it. */
function waysOf(code: string): Injection[] {
  return [
    ...injections.filter((injection) => injection.code === code),
    ...drawnInjections.filter(({ brings }) => brings?.includes(code)),
  ];
}

function drawKind(share: number): FamilyKind {
  let sum = 0;
  for (const [kind, weight] of weights) {
    sum += weight;
    if (share < sum) return kind;
  }
  return 'clean';
}

/** All codes in turn, each round in an order of its own: every code gets its share. */
function dealCodes(seed: string): () => string {
  const all = [...new Set(injections.map(({ code }) => code))].sort();
  let round: string[] = [];
  let rounds = 0;
  return () => {
    if (round.length === 0) {
      round = shuffle(all, createRandom(JSON.stringify([seed, 'codes', rounds])));
      rounds += 1;
    }
    return round.pop()!;
  };
}

function chooseId(seed: string, taken: Set<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash('sha256').update(`${seed} ${attempt}`).digest('hex');
    const id = `bs-${digest.slice(0, 8)}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
