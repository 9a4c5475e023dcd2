import { createHash } from 'node:crypto';
import type { SplitName } from '../../../datasets/card.ts';
import type { Language } from '../../../datasets/language.ts';
import { gatherFacts, readChanges } from '../../../evals/dataset/gather-facts.ts';
import type { Dataset } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { buildCroissant, type CroissantFile } from '../../../reports/dataset-card/build-croissant.ts';
import { renderCard } from '../../../reports/dataset-card/render-card.ts';

/** A data set's card as people and as programs read it. Without labels, nothing in it comes from them. */
export async function describeDataset(
  dataset: Dataset,
  store: BlobStore,
  language: Language,
  withLabels: boolean,
): Promise<{ markdown: string; croissant: string; files: string[] }> {
  const { card, taxonomy, catalogue } = dataset;
  const facts = await gatherFacts(dataset);
  const nameOf = (id: string) => {
    const type = taxonomy.caseTypes.find((each) => each.id === id);
    return (language === 'da' ? type?.nameDa : type?.nameEn) ?? id;
  };
  const markdown = renderCard(
    {
      card,
      taxonomy,
      catalogue,
      withOrigin: withLabels,
      splits: facts.map(({ split, cases, caseTypes, labels, people }) => ({
        split,
        cases,
        caseTypes: caseTypes.map(({ id, cases: count }) => ({ name: nameOf(id), cases: count })),
        ...(withLabels && labels !== undefined ? { labels } : {}),
        ...(withLabels && people !== undefined ? { people } : {}),
      })),
      ...(withLabels ? { changes: await readChanges(dataset, store) } : {}),
    },
    language,
  );
  const files = await attachmentsOf(dataset);
  const others = await hashFiles(store, [
    card.taxonomy,
    card.catalogue,
    ...(withLabels ? [card.changes] : []),
  ]);
  const croissant = buildCroissant({ card, others, attachments: files.length > 0, withLabels });
  return { markdown, croissant: `${JSON.stringify(croissant, null, 2)}\n`, files };
}

/** Keys of the files that cases name, sorted. */
async function attachmentsOf({ card, cases }: Dataset): Promise<string[]> {
  const keys = new Set<string>();
  for (const split of Object.keys(card.splits) as SplitName[]) {
    for await (const { files } of cases(split)) for (const { sha256 } of files) keys.add(`files/${sha256}`);
  }
  return [...keys].sort();
}

async function hashFiles(store: BlobStore, names: readonly (string | undefined)[]): Promise<CroissantFile[]> {
  const files: CroissantFile[] = [];
  for (const name of names) {
    const bytes = name === undefined ? null : await store.read(name);
    if (bytes !== null) files.push({ name: name!, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  return files;
}
