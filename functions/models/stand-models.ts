import type { Card } from '../../datasets/card.ts';
import { InputError } from '../../datasets/errors.ts';
import { requireTransfer } from '../../evals/require-transfer.ts';
import type { ModelEntry } from '../../evals/scores/model-result.ts';
import { priceOf } from '../../evals/steps/price-of.ts';
import type { Suite } from '../../evals/suite.ts';
import { isCalled, type SuiteModel } from '../../evals/suite-model.ts';
import type { Calling } from './ready-model.ts';

/** An entry of a suite as it is run: with an id of its own, and how it stands in the plan. */
export interface Standing<Known> {
  entry: SuiteModel;
  /** Where it stands in the suite: `models[0]`. */
  field: string;
  known: Known;
  planned: ModelEntry;
}

/**
 * The models that a suite runs, in its order, with those that are added.
 * @param know what is known of an entry: the model itself, or only what it is called
 * @throws {InputError} where two models share an id, a model may not be run on the split, cases that are not synthetic
 *   would be sent to somebody without a ground, and what `know` throws
 */
export async function standModels<Known extends { id: string; version: string }>(
  suite: Pick<Suite, 'models' | 'split'>,
  card: Card,
  know: (entry: SuiteModel, field: string) => Promise<Known>,
): Promise<Standing<Known>[]> {
  requireTransfer(suite, card);
  const standing: Standing<Known>[] = [];
  const taken = () => new Set(standing.map(({ known }) => known.id));
  const add = async (given: SuiteModel, field: string) => {
    const entry = named(given, taken());
    const known = await know(entry, field);
    if (taken().has(known.id)) throw secondModel(known.id, field);
    standing.push({ entry, field, known, planned: describeModel(entry, known) });
  };
  for (const [at, entry] of suite.models.entries()) {
    if (suite.split === 'practice') refuseLearner(entry, at);
    await add(entry, `models[${at}]`);
  }
  for (const entry of addedModels(suite, card, taken())) await add(entry, entry.adapter);
  return standing;
}

/** How a model of a suite is asked. */
export function callingOf(entry: SuiteModel): Calling {
  if (!isCalled(entry)) return { called: false };
  return { called: true, concurrency: entry.concurrency, price: priceOf(entry) };
}

/** A built-in model that the suite gives no id makes way for another that goes by its own. */
function named(entry: SuiteModel, taken: ReadonlySet<string>): SuiteModel {
  if (isCalled(entry) || entry.adapter === 'replay' || entry.id !== undefined) return entry;
  return taken.has(entry.adapter) ? { ...entry, id: `${entry.adapter}-built-in` } : entry;
}

/**
 * The constant list is on every board, so that nobody reads a figure without seeing what an answer unread
 * would reach; where the suite does not name it, it is added, if there is a labelled practice split to learn from.
 */
function addedModels(
  { models, split }: Pick<Suite, 'models' | 'split'>,
  card: Card,
  taken: ReadonlySet<string>,
): SuiteModel[] {
  if (split === 'practice' || card.splits.practice?.labels === undefined) return [];
  if (models.some(({ adapter }) => adapter === 'constant')) return [];
  let id = 'constant';
  while (taken.has(id)) id += '-list';
  return [{ adapter: 'constant', id }];
}

/** A learned baseline measured on what it learned from would be given the labels. */
function refuseLearner({ adapter }: SuiteModel, at: number): void {
  if (adapter !== 'constant' && adapter !== 'nearest-case') return;
  throw new InputError({
    field: `models[${at}].adapter`,
    is: `"${adapter}", which learns from the practice split`,
    expected: 'a model that does not, or another split',
    mend: 'Remove the model from the suite, or measure on another split.',
  });
}

function secondModel(id: string, field: string): InputError {
  return new InputError({
    field: `${field}.id`,
    is: `a second model "${id}"`,
    expected: 'ids that differ',
    mend: 'Give one of them another `id` in the suite.',
  });
}

function describeModel(entry: SuiteModel, { id, version }: { id: string; version: string }): ModelEntry {
  const replayed = entry.adapter === 'replay';
  return {
    id,
    version,
    kind: entry.kind ?? kindOf(entry.adapter),
    ...(entry.vendor === undefined ? {} : { vendor: entry.vendor }),
    provenance: replayed ? 'self-reported' : 'run-by-us',
    ...('transfer' in entry && entry.transfer !== undefined ? { transfer: entry.transfer } : {}),
  };
}

function kindOf(adapter: SuiteModel['adapter']): ModelEntry['kind'] {
  if (adapter === 'replay' || adapter === 'http') return 'vendor';
  return adapter === 'bedrock' || adapter === 'lambda' || adapter === 'promptfoo' ? 'in-house' : 'baseline';
}
