import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { bundleOptions } from '../../functions/bundles/bundle-options.ts';
import { type HandlerName, handlerNames } from '../../functions/cloud-names.ts';

export const handlersFolder = resolve(import.meta.dirname, '../../functions/handlers');

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

function bundleAll(names: readonly HandlerName[]): Map<string, Uint8Array> {
  const { outputFiles } = buildSync({
    ...bundleOptions,
    entryPoints: names.map((name) => resolve(handlersFolder, `${name}.ts`)),
    outdir: 'bundles',
    write: false,
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.replace(/^.*[\\/]|\.js$/gu, ''), contents]));
}
