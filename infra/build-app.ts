import { resolve } from 'node:path';
import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readClusters, type ScheduledCluster } from './check-ins/read-clusters.ts';
import { checkInFunction } from './functions/check-in-function.ts';
import { platformFunctions } from './functions/platform-functions.ts';
import { stepFunctions, watchdogFunction } from './functions/step-functions.ts';
import { readSettings, type Settings } from './settings.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { BudgetStack, budgetRegion } from './stacks/budget-stack.ts';
import { CheckInStack } from './stacks/check-in-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EvaluationStack } from './stacks/evaluation-stack.ts';
import { NetworkStack } from './stacks/network-stack.ts';
import { OperationsStack } from './stacks/operations-stack.ts';
import { RegistryStack } from './stacks/registry-stack.ts';
import { SiteStack } from './stacks/site-stack.ts';

export interface AppOptions {
  /** Where the clusters' files lie, each of which has its check-ins scheduled. */
  clusters?: string;
}

/** All stacks, in the order in which they need one another. @throws {Error} where a setting or a cluster's file is wrong */
export function buildApp(props: AppProps = {}, options: AppOptions = {}): App {
  const app = new App({ analyticsReporting: false, ...props });
  const settings = readSettings((name) => app.node.tryGetContext(name));
  addStacks(app, settings, readClusters(options.clusters ?? resolve(import.meta.dirname, '../clusters')));
  Tags.of(app).add('project', 'maalestok');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

function addStacks(app: App, settings: Settings, clusters: readonly ScheduledCluster[]): void {
  const common = { settings, env: { account: settings.account, region: settings.region } };
  const { vpc } = new NetworkStack(app, 'maalestok-network', common);
  const data = new DataStack(app, 'maalestok-data', { ...common, network: vpc });
  const key = data.keys.usual;
  const registry = new RegistryStack(app, 'maalestok-registry', { ...common, key });
  const { securityGroup } = new EvaluationStack(app, 'maalestok-evaluation', { ...common, data, vpc });
  const network = { vpc, securityGroup };
  const checkIn = new CheckInStack(app, 'maalestok-check-in', { ...common, data, network, clusters });
  const { httpApi } = new ApiStack(app, 'maalestok-api', { ...common, data, network });
  const operations = new OperationsStack(app, 'maalestok-operations', {
    ...common,
    key,
    functions: [...stepFunctions, watchdogFunction, checkInFunction, ...platformFunctions].map(
      ({ name }) => name,
    ),
    apiId: httpApi.apiId,
  });
  const site = new SiteStack(app, 'maalestok-site', { ...common, key });
  const budget = new BudgetStack(app, 'maalestok-budget', {
    ...common,
    env: { account: settings.account, region: budgetRegion },
  });
  // AWS refuses these to new accounts for days, and what fails stops all that comes after it.
  for (const last of [site, budget])
    for (const first of [registry, checkIn, operations]) last.addStackDependency(first);
}
