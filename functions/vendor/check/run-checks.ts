import type { Check, Verdict, Wording } from './check.ts';
import { checks } from './checks.ts';
import { createWorld, type WorldOptions } from './world.ts';

/** What became of one check. */
export interface CheckOutcome {
  check: Check;
  verdict: Verdict;
}

/**
 * Checks an endpoint against the vendor contract, one check after the other. It sends built-in synthetic cases only.
 * A check whose needs did not pass is left out, so that one fault is told once.
 */
export async function runChecks(
  options: WorldOptions,
  onOutcome?: (outcome: CheckOutcome) => void,
): Promise<CheckOutcome[]> {
  const world = createWorld(options);
  const outcomes: CheckOutcome[] = [];
  const blocked = new Set<string>();
  for (const check of checks) {
    const missing = check.needs.find((id) => blocked.has(id));
    const verdict = missing === undefined ? await check.run(world) : leftOut(missing);
    if (verdict.verdict === 'fail' || missing !== undefined) blocked.add(check.id);
    const outcome = { check, verdict: withoutSecrets(verdict, options.secrets) };
    outcomes.push(outcome);
    onOutcome?.(outcome);
  }
  return outcomes;
}

/** Whether all that is required passed, or did not apply. */
export function isConforming(outcomes: readonly CheckOutcome[]): boolean {
  return !outcomes.some(({ check, verdict }) => check.level === 'required' && verdict.verdict === 'fail');
}

function leftOut(missing: string): Verdict {
  return { verdict: 'skip', why: { da: `kræver ${missing}`, en: `needs ${missing}` } };
}

function withoutSecrets(verdict: Verdict, secrets: readonly string[]): Verdict {
  if (verdict.verdict !== 'fail') return verdict;
  const clean = (text: string) => secrets.reduce((left, secret) => left.replaceAll(secret, '…'), text);
  const is: Wording = { da: clean(verdict.is.da), en: clean(verdict.is.en) };
  return { ...verdict, field: clean(verdict.field), is };
}
