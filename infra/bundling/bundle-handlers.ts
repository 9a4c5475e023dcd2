import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type HandlerName, handlerNames } from '../../functions/cloud-names.ts';
import { handlersFolder } from './handlers-folder.ts';

/** Handlers that are there to be deployed. */
export function presentHandlers(): HandlerName[] {
  return handlerNames.filter((name) => existsSync(resolve(handlersFolder, `${name}.ts`)));
}

let bundles: Map<string, Uint8Array> | undefined;

/** The bundle of a handler. All are made at once, on the first call: what they share is read once. */
export function bundleOf(name: HandlerName): Uint8Array {
  bundles ??= bundleAll(presentHandlers());
  const bundle = bundles.get(name);
  if (bundle === undefined)
    throw new Error(`Cannot bundle "${name}": there is no functions/handlers/${name}.ts`);
  return bundle;
}

/** In a process of its own: the stacks are put together without waiting, and esbuild's plugins take their time. */
function bundleAll(names: readonly HandlerName[]): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'maalestok-bundles-'));
  try {
    const program = resolve(import.meta.dirname, 'write-bundles.ts');
    execFileSync(process.execPath, [program, folder, ...names], { stdio: ['ignore', 'ignore', 'inherit'] });
    return new Map(names.map((name) => [name, readFileSync(join(folder, `${name}.js`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
