import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../../datasets/errors.ts';
import { guardFetch } from './guard-fetch.ts';
import type { PromptfooApi } from './promptfoo-api.ts';

/**
 * How promptfoo runs inside a measurement: silent, offline but for the provider, with certificates checked, nothing
 * cached or retried, nothing of a case in its logs. `evals/promptfoo/promptfoo.env` says the like for its own command.
 */
export const switches = {
  PROMPTFOO_DISABLE_TELEMETRY: '1',
  PROMPTFOO_DISABLE_UPDATE: '1',
  PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
  PROMPTFOO_DISABLE_SHARING: '1',
  PROMPTFOO_DISABLE_DEBUG_LOG: '1',
  PROMPTFOO_DISABLE_ERROR_LOG: '1',
  PROMPTFOO_INSECURE_SSL: 'false',
  PROMPTFOO_CACHE_ENABLED: 'false',
  /** No level of that name: nothing is logged. It would write answers to the terminal. */
  LOG_LEVEL: 'none',
};

let loaded: Promise<PromptfooApi> | undefined;

/**
 * promptfoo, imported at the first call: it takes about a second and 200 MB.
 * @throws {InputError} where it is not installed
 */
export function loadPromptfoo(): Promise<PromptfooApi> {
  loaded ??= importQuietly();
  return loaded;
}

async function importQuietly(): Promise<PromptfooApi> {
  Object.assign(process.env, switches);
  // Read once, at import: an id of the machine would otherwise be kept in the user's home.
  process.env.PROMPTFOO_CONFIG_DIR ??= temporaryFolder();
  guardFetch();
  // Not a literal: a type check or a bundle has no business in promptfoo.
  const name: string = 'promptfoo';
  try {
    const api: PromptfooApi = await import(name);
    api.cache.disableCache();
    return api;
  } catch (cause) {
    throw notInstalled(cause);
  }
}

/** The user's mistake, unless promptfoo is there and broken. */
export function notInstalled(cause: unknown): unknown {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code !== 'ERR_MODULE_NOT_FOUND' || !/package 'promptfoo'/u.test(message)) return cause;
  return new InputError(
    {
      field: 'adapter',
      is: '"promptfoo", which is not installed',
      expected: 'promptfoo among the development dependencies',
      mend: 'Run `npm ci` without --omit=dev.',
    },
    { cause },
  );
}

/** promptfoo makes it where it has something to keep. */
function temporaryFolder(): string {
  const folder = join(tmpdir(), `maalestok-promptfoo-${randomUUID()}`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
