import type { Chance } from './chance-result.ts';
export class ChanceCollector {
  constructor(_p: unknown) {}
  add(_e: unknown) {}
  finish(_s: string): Chance {
    const n = { value: null, interval: null, reason: 'undefined' as const, cases: 0, items: 0 };
    return {
      cases: 0,
      families: 0,
      caseTypes: 0,
      f1: n,
      shuffledF1: n,
      adjustedF1: n,
      excessF1: n,
      p: null,
      permutations: 0,
    };
  }
}
