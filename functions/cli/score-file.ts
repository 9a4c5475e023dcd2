import { basename, dirname } from 'node:path';
import type { z } from 'zod';
import { InputError } from '../../datasets/errors.ts';
import { checkValue, parseJson } from '../../datasets/parse-line.ts';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { CatalogueSchema } from '../../datasets/rules/catalogue.ts';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import { TaxonomySchema } from '../../datasets/taxonomy/taxonomy.ts';
import { scoreScreenings } from '../../evals/steps/score-screenings.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { readLanguage, readPolicy } from './read-options.ts';
import { renderTable } from './render-table.ts';

export interface ScoreFileOptions {
  cases: string;
  labels: string;
  screenings: string;
  annotations?: string;
  policy: string;
  taxonomy?: string;
  catalogue?: string;
  practiceLabels?: string;
  json?: boolean;
  language: string;
}

/** `maalestok score-file`: the same figures for anyone who has only files. */
export async function scoreFile(options: ScoreFileOptions): Promise<void> {
  const language = readLanguage(options.language);
  const policy = readPolicy(options.policy);
  const { taxonomy, catalogue, practiceLabels, annotations } = options;
  const result = await scoreScreenings({
    cases: blob(options.cases),
    labels: blob(options.labels),
    screenings: blob(options.screenings),
    practiceLabels: practiceLabels === undefined ? undefined : blob(practiceLabels),
    annotations: annotations === undefined ? undefined : blob(annotations),
    policy,
    taxonomy: taxonomy === undefined ? builtInTaxonomy() : await readJson(taxonomy, TaxonomySchema),
    catalogue: catalogue === undefined ? builtInCatalogue() : await readJson(catalogue, CatalogueSchema),
  });
  process.stdout.write(
    options.json ? `${JSON.stringify(result, null, 2)}\n` : `${renderTable(result, language)}\n`,
  );
}

function blob(file: string) {
  return { store: createFileStore(dirname(file)), key: basename(file) };
}

async function readJson<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>> {
  const { store, key } = blob(file);
  const bytes = await store.read(key);
  if (bytes === null) throw new InputError({ file, is: 'no such file', expected: 'a file that can be read' });
  return checkValue(parseJson(new TextDecoder().decode(bytes), { file }), schema, { file });
}
