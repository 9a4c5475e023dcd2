import { resolve } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { buildApp } from '../../../infra/build-app.ts';
import { cdkContext, root } from './cdk-context.ts';

/** The app with other settings, its functions not bundled: templates are the same but for the hashes of code. */
export function composeApp(settings: Record<string, unknown> = {}): App {
  const context = { ...cdkContext(), ...settings, 'aws:cdk:bundling-stacks': [] };
  return buildApp({ context }, { clusters: resolve(root, 'docs/examples/check-in') });
}
