import { baselineVersions } from '../../evals/baselines/baseline-versions.ts';
import type { Dataset } from '../../evals/open-dataset.ts';
import type { SuiteModel } from '../../evals/suite-model.ts';

/** A model that needs nothing but the case. */
export type BuiltInModel = Extract<SuiteModel, { adapter: keyof typeof baselineVersions }>;

/** What is known of a built-in model before it is made. */
export function describeBuiltIn({ adapter, id }: BuiltInModel, dataset: Dataset) {
  return {
    id: id ?? adapter,
    version: baselineVersions[adapter],
    fingerprint: fingerprintOf(adapter, dataset),
  };
}

function fingerprintOf(adapter: BuiltInModel['adapter'], dataset: Dataset): string {
  if (adapter === 'silent') return 'silent';
  return adapter === 'checklist' ? taxonomyOf(dataset) : practiceOf(dataset);
}

function practiceOf(dataset: Dataset): string {
  const practice = dataset.card.splits.practice;
  return `${taxonomyOf(dataset)} ${practice?.casesSha256} ${practice?.labelsSha256}`;
}

function taxonomyOf({ taxonomy }: Dataset): string {
  return `${taxonomy.id} ${taxonomy.version}`;
}
