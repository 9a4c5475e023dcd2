import type { LocalRule } from '../case.ts';
import type { Citation } from './citation.ts';

/**
 * A citation of a local plan against the rules attached to the case: `valid` where the plan and the
 * number, or one above or below it, are among them. Else `unverifiable`, never invented: a case carries
 * excerpts of its plan, and nothing of other plans, so absence proves nothing. Without a plan number the
 * case's plans are meant.
 */
export function checkLocalPlan(c: Citation, localRules: readonly LocalRule[]): 'valid' | 'unverifiable' {
  const plan = c.law?.startsWith('lokalplan:') ? uniform(c.law.slice('lokalplan:'.length)) : null;
  const rules = plan === null ? localRules : localRules.filter((rule) => uniform(rule.plan) === plan);
  if (rules.length === 0) return 'unverifiable';
  const { paragraph } = c;
  if (paragraph === undefined) return c.chapter === undefined ? 'valid' : 'unverifiable';
  return rules.some((rule) => related(numberOf(rule.paragraph), paragraph)) ? 'valid' : 'unverifiable';
}

function related(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

function numberOf(paragraph: string): string {
  return /\d+(?:\.\d+)*[a-zæøå]?/u.exec(paragraph.toLowerCase())?.[0] ?? paragraph;
}

/** `Lokalplan nr. 1.23` and `1.23`, `3 S` and `3S` are the same plan. */
function uniform(plan: string): string {
  return plan
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replace(/^lokalplan:?/u, '')
    .replace(/nr\.?/gu, '')
    .replace(/\s+/gu, '');
}
