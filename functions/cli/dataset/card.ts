import type { Language } from '../../../datasets/language.ts';
import { openDataset } from '../../../evals/open-dataset.ts';
import { missingForCroissant } from '../../../reports/dataset-card/build-croissant.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { withPresentDataset } from '../../intake/with-dataset-lock.ts';
import { readLanguage } from '../read-options.ts';
import { describeDataset } from './describe-dataset.ts';

/** `maalestok dataset card`: CARD.md for people and croissant.json for programs, beside card.json. */
export async function datasetCard(
  folder: string,
  options: { language: string; print?: boolean },
): Promise<void> {
  const language = readLanguage(options.language);
  if (options.print === true) process.stdout.write((await describe(folder, language)).markdown);
  else await withPresentDataset(folder, () => writeCard(folder, language));
}

async function describe(folder: string, language: Language) {
  const store = createFileStore(folder);
  const dataset = await openDataset(store);
  return { store, dataset, ...(await describeDataset(dataset, store, language, true)) };
}

async function writeCard(folder: string, language: Language): Promise<void> {
  const { store, dataset, markdown, croissant } = await describe(folder, language);
  await store.write('CARD.md', markdown);
  await store.write('croissant.json', croissant);
  process.stdout.write(`${store.describe('CARD.md')}\n${store.describe('croissant.json')}\n`);
  const missing = missingForCroissant(dataset.card);
  if (missing.length === 0) return;
  process.stdout.write(
    `Croissant also requires ${missing.map((name) => `\`${name}\``).join(', ')}: add ${missing.length === 1 ? 'it' : 'them'} to card.json and write it again.\n`,
  );
}
