import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type HandlerName, handlerNames } from '../../functions/cloud-names.ts';
import { handlersFolder } from './handlers-folder.ts';

/** Handlers that are there to be deployed. */
export function presentHandlers(): HandlerName[] {
  return handlerNames.filter((name) => existsSync(resolve(handlersFolder, `${name}.ts`)));
}

/** A handler's files by their names: `index.mjs`, which is loaded first, and a file for each part that is loaded later. */
export type HandlerBundle = ReadonlyMap<string, Uint8Array>;

let bundles: ReadonlyMap<string, HandlerBundle> | undefined;

/** The bundle of a handler. All are made at once, on the first call. */
export function bundleOf(name: HandlerName): HandlerBundle {
  bundles ??= bundleAll(presentHandlers());
  const bundle = bundles.get(name);
  if (bundle === undefined)
    throw new Error(`Cannot bundle "${name}": there is no functions/handlers/${name}.ts`);
  return bundle;
}

/** All files of a handler, loaded at once or later. */
export function bundleBytes(name: HandlerName): number {
  return sumBytes(name, () => true);
}

/** What a handler loads when it starts: its first file, what that imports without import(), and the packed lists that these read. */
export function startBytes(name: HandlerName): number {
  const bundle = bundleOf(name);
  const loaded = new Set(['index.mjs']);
  for (const file of loaded) {
    if (!file.endsWith('.mjs')) continue;
    const text = Buffer.from(bundle.get(file)!).toString();
    for (const [, next] of text.matchAll(/(?:\bfrom|\bimport|=)"\.\/([^"]+)"/gu))
      if (bundle.has(next!)) loaded.add(next!);
  }
  return sumBytes(name, (file) => loaded.has(file));
}

function sumBytes(name: HandlerName, counts: (file: string) => boolean): number {
  return [...bundleOf(name)].reduce((sum, [file, { length }]) => sum + (counts(file) ? length : 0), 0);
}

/** In a process of its own: the stacks are put together without waiting, and esbuild's plugins take their time. */
function bundleAll(names: readonly HandlerName[]): Map<string, HandlerBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'maalestok-bundles-'));
  try {
    const program = resolve(import.meta.dirname, 'write-bundles.ts');
    execFileSync(process.execPath, [program, folder, ...names], { stdio: ['ignore', 'ignore', 'inherit'] });
    return new Map(names.map((name) => [name, filesIn(join(folder, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesIn(folder: string): HandlerBundle {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file))]),
  );
}
