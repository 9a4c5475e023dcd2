import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';
import { InputError } from '../../../datasets/errors.ts';

/** What decides where the key lies; a test gives its own. */
export interface KeySurroundings {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  home: () => string;
}

const surroundings: KeySurroundings = { env: process.env, platform: process.platform, home: homedir };

/** Where this user's signing key lies. @throws {InputError} where the system tells no home */
export function signingKeyPlace(from: KeySurroundings = surroundings): string {
  return keyPlace('signing-key.pem', 'MAALESTOK_SIGNING_KEY', from);
}

/** Where the key lies by which `maalestok serve` signs tokens. @throws {InputError} where the system tells no home */
export function issuerKeyPlace(from: KeySurroundings = surroundings): string {
  return keyPlace('issuer-key.pem', 'MAALESTOK_ISSUER_KEY', from);
}

/**
 * The file that a variable names, or one where the system keeps what belongs to a user and a program (XDG,
 * `~/Library/Application Support`, `%APPDATA%`).
 */
function keyPlace(name: string, variable: string, { env, platform, home }: KeySurroundings): string {
  const named = env[variable];
  if (named !== undefined && named !== '') return resolve(named);
  const path = platform === 'win32' ? win32 : posix;
  const folder = configFolder(env, platform, home);
  // A relative place would be another one in every folder that the command is given in.
  if (folder !== undefined && path.isAbsolute(folder)) return path.join(folder, 'maalestok', name);
  throw new InputError({
    is: 'no home of the user that a key could be kept in',
    expected: 'one',
    mend: `Name a file for it in ${variable}.`,
  });
}

function configFolder(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  home: () => string,
): string | undefined {
  const { APPDATA: appData, XDG_CONFIG_HOME: xdg } = env;
  if (platform === 'win32') return appData || under(home, (at) => win32.join(at, 'AppData', 'Roaming'));
  if (platform === 'darwin') return under(home, (at) => posix.join(at, 'Library', 'Application Support'));
  // The specification has relative values ignored.
  if (xdg !== undefined && posix.isAbsolute(xdg)) return xdg;
  return under(home, (at) => posix.join(at, '.config'));
}

/** Undefined where a user without a home asks. */
function under(home: () => string, place: (home: string) => string): string | undefined {
  try {
    return place(home());
  } catch {
    return undefined;
  }
}
