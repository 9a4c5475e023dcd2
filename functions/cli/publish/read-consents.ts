import { basename, dirname } from 'node:path';
import { checkYaml } from '../../../datasets/check-yaml.ts';
import { InputError } from '../../../datasets/errors.ts';
import { openYaml } from '../../../datasets/open-yaml.ts';
import { type Consent, ConsentFileSchema } from '../../../evals/publishing/consent.ts';
import { createFileStore } from '../../adapters/file-store.ts';

/** @throws {InputError} where the file is not there, no YAML, or breaks its schema, with the line */
export async function readConsents(file: string): Promise<Consent[]> {
  const place = { file, thing: 'a file of consents' };
  const bytes = await createFileStore(dirname(file)).read(basename(file));
  if (bytes === null) {
    throw new InputError({
      file,
      is: 'no such file',
      expected: 'a file of consents (YAML)',
      mend: 'See docs/leaderboard.md for an example.',
    });
  }
  return checkYaml(openYaml(new TextDecoder().decode(bytes), place), ConsentFileSchema, place).consents;
}
