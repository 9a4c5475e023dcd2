import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigningKey } from '../../functions/adapters/signing/open-signing-key.ts';

/** All tests, and the programs that they start, sign with a key of their own; never with the user's. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'maalestok-signing-'));
  const file = join(folder, 'signing-key.pem');
  await openSigningKey(file);
  process.env.MAALESTOK_SIGNING_KEY = file;
  delete process.env.MAALESTOK_SIGNED_BY;
  return () => rm(folder, { recursive: true, force: true });
}
