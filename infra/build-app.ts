import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { HandlerName } from '../functions/cloud-names.ts';
import { presentHandlers } from './bundling/bundle-handlers.ts';
import type { FunctionPlan } from './functions/function-plan.ts';
import { platformFunctions } from './functions/platform-functions.ts';
import { stepFunctions, watchdogFunction } from './functions/step-functions.ts';
import { readSettings, type Settings } from './settings.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EvaluationStack } from './stacks/evaluation-stack.ts';
import { NetworkStack } from './stacks/network-stack.ts';
import { OperationsStack } from './stacks/operations-stack.ts';
import { RegistryStack } from './stacks/registry-stack.ts';
import { SiteStack } from './stacks/site-stack.ts';

/**
 * All stacks, in the order in which they need one another.
 * @param handlers those that are there; a stack whose handlers are not all there is left out
 * @throws {Error} where a setting is wrong
 */
export function buildApp(props: AppProps = {}, handlers: readonly HandlerName[] = presentHandlers()): App {
  const app = new App({ analyticsReporting: false, ...props });
  const settings = readSettings((name) => app.node.tryGetContext(name));
  addStacks(app, settings, new Set(handlers));
  Tags.of(app).add('project', 'maalestok');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

function addStacks(app: App, settings: Settings, handlers: ReadonlySet<HandlerName>): void {
  const common = { settings, env: { account: settings.account, region: settings.region } };
  const { vpc } = new NetworkStack(app, 'maalestok-network', common);
  const data = new DataStack(app, 'maalestok-data', { ...common, network: vpc });
  const key = data.keys.usual;
  new RegistryStack(app, 'maalestok-registry', { ...common, key });
  new SiteStack(app, 'maalestok-site', { ...common, key, accessLogs: data.accessLogs });
  const areThere = (plans: readonly FunctionPlan[]) => plans.every(({ name }) => handlers.has(name));
  const steps = stepFunctions.filter(({ name }) => name !== 'publish' || handlers.has(name));
  if (!areThere([...steps, watchdogFunction])) return;
  const { securityGroup } = new EvaluationStack(app, 'maalestok-evaluation', { ...common, data, vpc, steps });
  if (!areThere(platformFunctions)) return;
  const { httpApi } = new ApiStack(app, 'maalestok-api', {
    ...common,
    data,
    network: { vpc, securityGroup },
  });
  new OperationsStack(app, 'maalestok-operations', {
    ...common,
    key,
    functions: [...steps, watchdogFunction, ...platformFunctions].map(({ name }) => name),
    apiId: httpApi.apiId,
  });
}
