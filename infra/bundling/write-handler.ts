import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { bundleOf } from './bundle-handlers.ts';

/** Writes a handler as it is deployed into a folder. @returns the file that is loaded first */
export function writeHandler(name: HandlerName, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of bundleOf(name)) writeFileSync(join(folder, file), bytes);
  return join(folder, 'index.mjs');
}
