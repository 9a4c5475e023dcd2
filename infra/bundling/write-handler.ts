import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserPackages } from '../../functions/bundles/bundle-options.ts';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { bundleOf } from './bundle-handlers.ts';
import { copyPackages } from './copy-packages.ts';

/** Writes a handler as it is deployed into a folder, and with the one that prints a browser. @returns the file that is loaded first */
export function writeHandler(name: HandlerName, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of bundleOf(name)) writeFileSync(join(folder, file), bytes);
  if (name === 'print') copyPackages(browserPackages, folder);
  return join(folder, 'index.mjs');
}
