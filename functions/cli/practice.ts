import { basename, dirname, resolve } from 'node:path';
import { IdSchema } from '../../datasets/case.ts';
import { InputError } from '../../datasets/errors.ts';
import type { Language } from '../../datasets/language.ts';
import { type Suite, SuiteSchema } from '../../evals/suite.ts';
import { HttpModelSchema, type SuiteModel } from '../../evals/suite-model.ts';
import { createSecrets } from '../adapters/secrets.ts';
import { authHeaders } from '../vendor/check/auth-headers.ts';
import { createTransport } from '../vendor/check/create-transport.ts';
import { probeModel } from '../vendor/check/probe-model.ts';
import { type AuthOptions, readAuth } from './read-auth.ts';
import { readLanguage } from './read-options.ts';
import { readUrl } from './read-vendor-options.ts';
import { runSuite } from './run.ts';

export interface PracticeOptions extends AuthOptions {
  screenings?: string;
  endpoint?: string;
  id?: string;
  modelVersion?: string;
  allowPrivate?: boolean;
  out: string;
  language: string;
}

/** For one question of an endpoint: who practises waits at the screen. */
const timeoutMs = 120_000;

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
  const { out, allowPrivate } = options;
  const { screenings, endpoint } = options;
  if (screenings !== undefined && endpoint === undefined) {
    const model = { adapter: 'replay', screenings: basename(screenings), ...namedBy(options) } as const;
    const read = { suite: suiteOf(model), suiteFile: 'maalestok practice', baseFolder: dirname(screenings) };
    await runSuite(read, { out, language });
  } else if (endpoint !== undefined && screenings === undefined) {
    const model = await modelAt(endpoint, options);
    const read = { suite: suiteOf(model), suiteFile: 'maalestok practice', baseFolder: '.' };
    // A vendor tries, mends and tries again under one version: what was answered before is asked anew.
    await runSuite(read, {
      out,
      language,
      fresh: true,
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

function namedBy({ id, modelVersion }: PracticeOptions): { id?: string; version?: string } {
  return {
    ...(id === undefined ? {} : { id }),
    ...(modelVersion === undefined ? {} : { version: modelVersion }),
  };
}

/** The endpoint as a suite would name it; what the flags do not say, the endpoint is asked. */
async function modelAt(endpoint: string, options: PracticeOptions): Promise<SuiteModel> {
  const url = readUrl('--endpoint', endpoint);
  const auth = readAuth(options);
  const { headers, secrets } = await authHeaders(auth, createSecrets());
  const transport = createTransport({ allowPrivate: options.allowPrivate ?? false });
  try {
    const settings = { url, transport, auth: headers, secrets, timeoutMs, slowMs: timeoutMs };
    const told = await probeModel(settings);
    const given = { id: options.id ?? told.id, version: options.modelVersion ?? told.version };
    return HttpModelSchema.parse({
      adapter: 'http',
      id: IdSchema.safeParse(given.id).data ?? 'endpoint',
      version: given.version === undefined || given.version === '' ? 'unknown' : given.version,
      url: url.href,
      ...(auth === undefined ? {} : { auth }),
    });
  } finally {
    await transport.close();
  }
}

function suiteOf(model: SuiteModel): Suite {
  return SuiteSchema.parse({
    schema: 'maalestok.suite.v1',
    id: 'practice',
    titleDa: 'Øvesættet',
    titleEn: 'The practice split',
    dataset,
    split: 'practice',
    models: [model, { adapter: 'checklist' }],
    ...(model.adapter === 'http' ? { protocol: { timeoutMs } } : {}),
  });
}
