import { cpSync, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const PackageSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

/** Of a library that runs in Node and in Bare: what it uses in Bare. */
const ofAnotherRuntime = /^bare-/u;

/** Copies packages of npm, and those that they use, into a folder's `node_modules`. @throws {Error} where one is not installed */
export function copyPackages(names: readonly string[], folder: string): void {
  const copied = new Set<string>();
  const copy = (name: string, usedBy: string): void => {
    if (copied.has(name) || ofAnotherRuntime.test(name)) return;
    copied.add(name);
    const source = placeOf(name, usedBy);
    cpSync(source, join(folder, 'node_modules', name), { recursive: true });
    const { dependencies } = PackageSchema.parse(
      JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')),
    );
    for (const each of Object.keys(dependencies)) copy(each, join(source, 'package.json'));
  };
  for (const name of names) copy(name, resolve(import.meta.dirname, '../../package.json'));
}

/** Where Node finds a package, which may forbid to be asked for its package.json. */
function placeOf(name: string, usedBy: string): string {
  for (const folder of createRequire(usedBy).resolve.paths(name) ?? []) {
    const place = join(folder, name);
    if (existsSync(join(place, 'package.json'))) return place;
  }
  throw new Error(`Cannot bundle: "${name}", which ${usedBy} uses, is not installed`);
}
