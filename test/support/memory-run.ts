import { createHash } from 'node:crypto';
import { ProtocolSchema, type Result, type RunRecord, type Shard } from '../../evals/artifacts.ts';
import type { LabelIndex } from '../../evals/label-index.ts';
import type { Policy } from '../../evals/matching/policy.ts';
import { type Dataset, openDataset } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { ModelEntry } from '../../evals/scores/model-result.ts';
import type { Screening } from '../../evals/screening/screening.ts';
import { planRun } from '../../evals/steps/plan-run.ts';
import { scoreRun } from '../../evals/steps/score-run.ts';
import { SuiteSchema } from '../../evals/suite.ts';
import { createMemoryStore } from '../../functions/adapters/memory-store.ts';
import { smallTaxonomy } from './arbitraries.ts';
import { type SmallSplit, smallCard, toLines } from './small-dataset.ts';

/** A model with its answer to a case. */
export interface AnsweringModel {
  id: string;
  entry?: Partial<ModelEntry>;
  answer: (caseId: string, repeat: number) => Partial<Screening>;
}

export interface MemoryRunInput {
  runId: string;
  data: SmallSplit;
  models: readonly AnsweringModel[];
  policy?: Policy;
  repeats?: number;
  /** Puts something between scoring and its store. */
  wrap?: (store: BlobStore) => BlobStore;
}

export interface MemoryRun {
  folder: string;
  store: BlobStore;
  record: RunRecord;
  result: Result;
  shards: Shard[];
  dataset: Dataset;
  labels: LabelIndex;
}

/** A scored run in memory, planned and scored by the real steps. */
export async function scoreInMemory(input: MemoryRunInput): Promise<MemoryRun> {
  const { runId, data, models, policy = 'standard', repeats = 1, wrap = (store) => store } = input;
  const dataset = await openInMemory(data);
  const caseIds = await dataset.caseIds('test');
  const entries = models.map(
    ({ id, entry }): ModelEntry => ({ id, version: '1', kind: 'vendor', provenance: 'run-by-us', ...entry }),
  );
  const suite = SuiteSchema.parse({
    schema: 'maalestok.suite.v1',
    id: 'small',
    titleDa: 'Lille',
    titleEn: 'Small',
    dataset: '.',
    models: [{ adapter: 'silent' }],
    policy,
    protocol: ProtocolSchema.parse({ repeats }),
    shardSize: 7,
  });
  const planned = entries.map((entry) => ({ entry, fingerprint: '' }));
  const plan = planRun({
    suite,
    suiteFile: '',
    dataset,
    models: planned,
    caseIds,
    startedAt: '2024-01-01T00:00:00Z',
  });
  const record: RunRecord = { ...plan.record, runId, datasetFolder: '.' };
  const store = createMemoryStore();
  for (const [at, { id, answer }] of models.entries()) {
    for (const { shard, caseIds: ids } of plan.shards) {
      const screenings = ids.flatMap((caseId) =>
        Array.from({ length: repeats }, (_, repeat) => ({
          schema: 'maalestok.screening.v1',
          model: { id, version: entries[at]!.version },
          caseId,
          repeat,
          status: 'answered',
          findings: [],
          ...answer(caseId, repeat),
        })),
      );
      await store.write(runKeys.screenings(id, shard), toLines(screenings));
    }
  }
  const labels = await dataset.labels('test', new Set(caseIds));
  const result = await scoreRun({
    record,
    shards: plan.shards,
    dataset,
    labels,
    annotations: null,
    store: wrap(store),
  });
  return { folder: `runs/${runId}`, store, record, result, shards: plan.shards, dataset, labels };
}

async function openInMemory({ cases, labels }: SmallSplit): Promise<Dataset> {
  const store = createMemoryStore();
  const [casesText, labelsText] = [toLines(cases), toLines(labels)];
  await store.write('cases.jsonl', casesText);
  await store.write('labels.jsonl', labelsText);
  await store.write('taxonomy.json', JSON.stringify(smallTaxonomy));
  const split = {
    cases: 'cases.jsonl',
    labels: 'labels.jsonl',
    count: cases.length,
    casesSha256: sha256(casesText),
    labelsSha256: sha256(labelsText),
  };
  await store.write('card.json', JSON.stringify(smallCard({ test: split })));
  return openDataset(store);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
