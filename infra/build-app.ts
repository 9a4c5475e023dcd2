import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readSettings, type Settings } from './settings.ts';
import { DataStack } from './stacks/data-stack.ts';
import { NetworkStack } from './stacks/network-stack.ts';
import { RegistryStack } from './stacks/registry-stack.ts';

/** All stacks, in the order in which they need one another. @throws {Error} where a setting is wrong */
export function buildApp(props: AppProps = {}): App {
  const app = new App({ analyticsReporting: false, ...props });
  const settings = readSettings((name) => app.node.tryGetContext(name));
  addStacks(app, settings);
  Tags.of(app).add('project', 'maalestok');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

function addStacks(app: App, settings: Settings): void {
  const common = { settings, env: { account: settings.account, region: settings.region } };
  const { vpc } = new NetworkStack(app, 'maalestok-network', common);
  const data = new DataStack(app, 'maalestok-data', { ...common, network: vpc });
  new RegistryStack(app, 'maalestok-registry', { ...common, key: data.keys.usual });
}
