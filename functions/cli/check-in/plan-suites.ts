import { dirname, resolve } from 'node:path';
import { openDataset } from '../../../evals/open-dataset.ts';
import { type Suite, SuiteSchema } from '../../../evals/suite.ts';
import type { ReadCluster } from '../../../reports/check-in/cluster.ts';
import { createFileStore } from '../../adapters/file-store.ts';

type Models = ReadCluster['cluster']['models'];

/**
 * A suite a data set, from the cluster's own models. In the name of a file of answers `{dataset}` stands for the data set's id, as
 * a file's name has it, and `{split}` for the part of it.
 * @throws {InputError} where a data set comes twice, or one file of answers is to be that of two
 */
export async function planSuites({ cluster, refuse }: ReadCluster, clusterFile: string): Promise<Suite[]> {
  const known = new Set<string>();
  const filesBefore = new Set<string>();
  const suites: Suite[] = [];
  for (const [at, { folder, split }] of cluster.datasets.entries()) {
    const { card } = await openDataset(createFileStore(resolve(dirname(clusterFile), folder)));
    const key = `${card.id} ${split}`;
    if (known.has(key)) {
      const is = `the data set "${card.id}" again, in another folder`;
      throw refuse(['datasets', at, 'folder'], is, 'each data set once, in one version');
    }
    known.add(key);
    const models = cluster.models.map((model) => nameAnswers(model, slugOf(card.id), split));
    for (const [place, model] of models.entries()) {
      if (model.adapter !== 'replay') continue;
      const file = `${place} ${model.screenings}`;
      if (filesBefore.has(file)) {
        const expected = 'a file a data set, like answers-{dataset}.jsonl (or -{split})';
        throw refuse(['models', place, 'screenings'], 'one file for several data sets', expected);
      }
      filesBefore.add(file);
    }
    const title = cluster.title ?? cluster.id;
    suites.push(
      SuiteSchema.parse({
        schema: 'maalestok.suite.v1',
        id: `${cluster.id}-${slugOf(card.id)}-${split}`,
        titleDa: `Check-in: ${title}`,
        titleEn: `Check-in: ${title}`,
        dataset: folder,
        split,
        models,
      }),
    );
  }
  return suites;
}

function nameAnswers(model: Models[number], dataset: string, split: string): Models[number] {
  if (model.adapter !== 'replay') return model;
  const screenings = model.screenings.replaceAll('{dataset}', dataset).replaceAll('{split}', split);
  return { ...model, screenings };
}

/** An id as part of a folder's name on any system. */
function slugOf(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 40);
}
