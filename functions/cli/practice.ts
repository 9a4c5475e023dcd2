import { basename, dirname, resolve } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import type { Language } from '../../datasets/language.ts';
import { type Suite, SuiteSchema } from '../../evals/suite.ts';
import type { SuiteModel } from '../../evals/suite-model.ts';
import type { EndpointOptions } from './find-endpoint-model.ts';
import { oauth2Flags } from './oauth2-flags.ts';
import { readLanguage } from './read-options.ts';
import { readWholeNumber } from './read-vendor-options.ts';
import { runSuite } from './run.ts';

export interface PracticeOptions extends EndpointOptions {
  screenings?: string;
  endpoint?: string;
  timeoutS: string;
  out: string;
  language: string;
  signedBy?: string;
}

const timeoutBounds = { from: 1, to: 3600 };

/** The data set that is shipped. */
const dataset = resolve(import.meta.dirname, '../../datasets/byggesag-da');

const notices: Record<Language, string> = {
  da:
    'Øvetal: sagerne er syntetiske, og deres facit er åbent. Tallene viser, om svarene kan læses og scores;\n' +
    'de siger ikke, hvor god modellen er på virkelige sager, og rangordner ingen.\n',
  en:
    'Practice figures: the cases are synthetic and their labels open. They show whether the answers can be read\n' +
    'and scored; they do not say how good the model is on real cases, and they rank nobody.\n',
};

/** `maalestok practice`: a vendor's answers to the practice split, beside those of the checklist. */
export async function practice(options: PracticeOptions): Promise<void> {
  const language = readLanguage(options.language);
  const { out, allowPrivate, signedBy } = options;
  const signing = signedBy === undefined ? {} : { signedBy };
  const { screenings, endpoint } = options;
  if (screenings !== undefined && endpoint === undefined) {
    const model = fileModel(screenings, options);
    const read = { suite: suiteOf(model), suiteFile: 'maalestok practice', baseFolder: dirname(screenings) };
    await runSuite(read, { out, language, ...signing });
  } else if (endpoint !== undefined && screenings === undefined) {
    const { findEndpointModel } = await import('./find-endpoint-model.ts');
    const timeoutMs = readWholeNumber('--timeout-s', options.timeoutS, timeoutBounds) * 1000;
    const model = await findEndpointModel(endpoint, options, timeoutMs);
    const read = { suite: suiteOf(model, timeoutMs), suiteFile: 'maalestok practice', baseFolder: '.' };
    // A vendor tries, mends and tries again under one version: what was answered before is asked anew.
    await runSuite(read, {
      out,
      language,
      fresh: 'new',
      ...signing,
      ...(allowPrivate === undefined ? {} : { allowPrivate }),
    });
  } else {
    throw new InputError({
      field: '--screenings',
      is: screenings === undefined ? 'not given, nor is --endpoint' : 'given beside --endpoint',
      expected: 'either --screenings FILE or --endpoint URL',
    });
  }
  process.stdout.write(notices[language]);
}

/** @throws {InputError} where a flag is given that says nothing of a file */
function fileModel(screenings: string, options: PracticeOptions): SuiteModel {
  const oauth2 = Object.keys(oauth2Flags) as (keyof typeof oauth2Flags)[];
  for (const flag of ['modelVersion', 'apiKey', 'authHeader', 'bearer', 'allowPrivate', ...oauth2] as const) {
    if (options[flag] === undefined) continue;
    const field = `--${flag.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new InputError({ field, is: 'given beside --screenings', expected: 'with --endpoint only' });
  }
  const named = options.id === undefined ? {} : { id: options.id };
  return { adapter: 'replay', screenings: basename(screenings), ...named };
}

/** @param timeoutMs absent: the usual one */
function suiteOf(model: SuiteModel, timeoutMs?: number): Suite {
  return SuiteSchema.parse({
    schema: 'maalestok.suite.v1',
    id: 'practice',
    titleDa: 'Øvesættet',
    titleEn: 'The practice split',
    dataset,
    split: 'practice',
    models: [model, { adapter: 'checklist' }],
    ...(timeoutMs === undefined ? {} : { protocol: { timeoutMs } }),
  });
}
