import { behaviourChecks } from './behaviour-checks.ts';
import { caseChecks } from './case-checks.ts';
import type { Check } from './check.ts';
import { connectionChecks } from './connection-checks.ts';
import { contentChecks } from './content-checks.ts';
import { contractChecks } from './contract-checks.ts';
import { formatChecks } from './format-checks.ts';
import { overallChecks } from './overall-checks.ts';
import { refusalChecks } from './refusal-checks.ts';

/** Every check in the order in which they are run: each after those it needs, and after what it looks at was asked. */
export const checks: readonly Check[] = [
  ...connectionChecks,
  ...formatChecks,
  ...caseChecks,
  ...behaviourChecks,
  ...contractChecks,
  ...contentChecks,
  ...refusalChecks,
  ...overallChecks,
];
