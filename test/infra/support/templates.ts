import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './cdk-context.ts';

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

/** All that templates are made from. */
const sources = [
  'infra',
  'docs/examples/check-in',
  'functions/cloud-names.ts',
  'cdk.json',
  'package-lock.json',
  'test/infra/support',
];

/**
 * The templates of all stacks by their names. Made once for what they are made from, in a process of its own, and kept under
 * its hash: CDK takes seconds to load. Each call gives a copy of its own to change.
 */
export function templates(settings: Record<string, unknown> = {}): Record<string, Template> {
  const given = JSON.stringify(settings);
  const folder = resolve(root, 'node_modules/.cache/maalestok');
  const file = join(folder, `templates-${hashOf(given)}.json`);
  if (!existsSync(file)) {
    const script = resolve(import.meta.dirname, 'write-templates.ts');
    const text = execFileSync(process.execPath, [script, given], { encoding: 'utf8', maxBuffer: 1 << 28 });
    mkdirSync(folder, { recursive: true });
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, text);
    renameSync(beside, file);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

function hashOf(given: string): string {
  const hash = createHash('sha256').update(given);
  for (const path of sources.flatMap(filesOf)) hash.update(path).update(readFileSync(resolve(root, path)));
  return hash.digest('hex').slice(0, 32);
}

function filesOf(source: string): string[] {
  const path = resolve(root, source);
  if (!existsSync(path)) return [];
  if (!source.includes('.')) {
    const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    return files.map((each) => join(each.parentPath, each.name).slice(root.length + 1)).sort();
  }
  return [source];
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
