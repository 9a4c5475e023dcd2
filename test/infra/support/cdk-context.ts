import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');

/** The context of `cdk.json`, as the CLI hands it to the app. */
export function cdkContext(): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve(root, 'cdk.json'), 'utf8')).context;
}
