import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** How a provider's id, or a text of its config, names a file of the user's own. */
const fileName = /^(?:file:\/\/|python:|ruby:|golang:)(.+)$/su;

/**
 * SHA-256 of each file that a provider's id and config name, by the text that names it: the provider's own code, a
 * transform, a request. What those files import or run is not followed; a name of no file has null.
 */
export async function hashCode(provider: string, config: unknown, folder: string) {
  const hashes: Record<string, string | null> = {};
  for (const text of new Set([provider, ...textsOf(config)])) {
    const name = fileName.exec(text)?.[1];
    if (name !== undefined) hashes[text] = await hashFile(name, folder);
  }
  return hashes;
}

/** `model.py:call_api` names a function of the file. */
async function hashFile(name: string, folder: string): Promise<string | null> {
  for (const path of [name, name.replace(/:\w+$/u, '')]) {
    const bytes = await readFile(resolve(folder, path)).catch(() => null);
    if (bytes !== null) return createHash('sha256').update(bytes).digest('hex');
  }
  return null;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
