import { type Deployment, readDeployment } from '../support/deployment.ts';
import type { Template } from '../support/templates.ts';
import { labelBucketOpen, labelsGiven, labelsWritten } from './label-bucket.ts';
import { labelKeyOpen } from './label-key.ts';
import { functionsOpen, strangersLetIn } from './resource-policies.ts';
import { labelsTold, rolesTooWide, screenersReachOn, secretsGiven, wildcards } from './roles.ts';
import { labelReadersOutside, labelReadersReachOn } from './ways-out.ts';

const rules: readonly ((deployment: Deployment) => string[])[] = [
  labelsGiven,
  labelsWritten,
  labelBucketOpen,
  labelKeyOpen,
  labelsTold,
  labelReadersOutside,
  labelReadersReachOn,
  screenersReachOn,
  secretsGiven,
  rolesTooWide,
  wildcards,
  strangersLetIn,
  functionsOpen,
];

/** Every way on which the templates let somebody to what is not theirs; none where all is well. */
export function findLeaks(templates: Readonly<Record<string, Template>>): string[] {
  const deployment = readDeployment(templates);
  return [...new Set(rules.flatMap((rule) => rule(deployment)))];
}
