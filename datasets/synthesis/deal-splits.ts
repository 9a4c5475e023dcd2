import { builtInTaxonomy } from '../taxonomy/built-in-taxonomy.ts';
import { groupOfCode } from '../taxonomy/taxonomy.ts';
import { injections } from './injections/all.ts';
import type { FamilyPlan, PlannedCase } from './plan-families.ts';

export type SynthesisedSplit = 'practice' | 'validation' | 'test';

/** Of ten families of one stratum: two practice, two validation, six test. */
const pattern: readonly SynthesisedSplit[] = [
  'test',
  'practice',
  'test',
  'validation',
  'test',
  'test',
  'practice',
  'test',
  'validation',
  'test',
];

/**
 * Deals whole families to the splits, so that twins stay together and no split holds a near copy of another's case;
 * within each case type and group of defects the splits get their shares.
 */
export function dealSplits(planned: readonly PlannedCase[]): Map<SynthesisedSplit, PlannedCase[]> {
  const families = new Map<number, FamilyPlan>(planned.map(({ plan }) => [plan.number, plan]));
  const ordered = [...families.values()].sort(
    (a, b) => compare(stratumOf(a), stratumOf(b)) || a.number - b.number,
  );
  const splitOf = new Map(ordered.map(({ number }, at) => [number, pattern[at % pattern.length]!]));
  const splits = new Map<SynthesisedSplit, PlannedCase[]>([
    ['practice', []],
    ['validation', []],
    ['test', []],
  ]);
  for (const each of planned) splits.get(splitOf.get(each.plan.number)!)!.push(each);
  return splits;
}

function stratumOf({ kind, caseType, injection }: FamilyPlan): string {
  const code = injections.find(({ id }) => id === injection)?.code;
  return `${groupOfCode(builtInTaxonomy(), code) ?? kind} ${caseType}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
