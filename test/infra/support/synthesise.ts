import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { handlerNames } from '../../../functions/cloud-names.ts';
import { buildApp } from '../../../infra/build-app.ts';

export const root = resolve(import.meta.dirname, '../../..');

export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

export interface Template {
  Resources: Record<string, Resource>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
}

/** The context of `cdk.json`, as the CLI hands it to the app. */
export function cdkContext(): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve(root, 'cdk.json'), 'utf8')).context;
}

/** The app with other settings, its functions not bundled: templates are the same but for the hashes of code. */
export function composeApp(settings: Record<string, unknown> = {}): App {
  return buildApp({ context: { ...cdkContext(), ...settings, 'aws:cdk:bundling-stacks': [] } }, handlerNames);
}

let synthesised: Record<string, Template> | undefined;

/** The templates of all stacks by their names, made once; each call gives a copy of its own to change. */
export function templates(): Record<string, Template> {
  synthesised ??= Object.fromEntries(
    composeApp()
      .synth()
      .stacks.map(({ stackName, template }) => [stackName, template as Template]),
  );
  return structuredClone(synthesised);
}

/** All resources of a type, by `stack/logical id`. */
export function resourcesOf(
  all: Readonly<Record<string, Template>>,
  type: string,
): { at: string; resource: Resource }[] {
  return Object.entries(all).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({ at: `${stack}/${id}`, resource })),
  );
}
