import { ArtifactError } from '../../datasets/errors.ts';
import { runKeys } from '../run-keys.ts';
import type { CaseScore } from '../scores/case-score.ts';
import { prepareGold, type ScoringContext, scoreAnswers } from '../scores/score-case.ts';
import type { Screening } from '../screening/screening.ts';
import { readScreenings } from '../steps/read-screenings.ts';
import type { MonthRun, SinceLastInput } from './month-run.ts';

export interface RescoreInput extends SinceLastInput {
  /** Cases with the same content in both months. */
  common: ReadonlySet<string>;
  /** Models of both. */
  modelIds: readonly string[];
}

/** Last month's stored answers to the common cases, scored by today's labels, lists, scorer and policy. */
export async function* rescoreCommon({
  before,
  now,
  common,
  modelIds,
}: RescoreInput): AsyncGenerator<{ modelId: string; score: CaseScore }> {
  const { dataset, labels, record } = now;
  const { taxonomy, catalogue } = dataset;
  const context: ScoringContext = { taxonomy, catalogue, policy: record.policy, families: labels.families };
  const answers = new StoredAnswers(before);
  for await (const caseShown of dataset.cases(record.dataset.split)) {
    if (!common.has(caseShown.caseId)) continue;
    const gold = prepareGold(caseShown, labels.get(caseShown.caseId), context);
    for (const modelId of modelIds) {
      const screenings = await answers.of(modelId, caseShown.caseId);
      yield { modelId, score: scoreAnswers(gold, screenings, context).score };
    }
  }
}

/** Shards of one model that are held at once: cases mostly come in the order of their run. */
const shardsHeld = 4;

/** A run's answers by case, read a shard at a time. */
class StoredAnswers {
  readonly #run: MonthRun;
  readonly #shardOf = new Map<string, string>();
  readonly #held = new Map<string, Map<string, Screening[]>>();

  constructor(run: MonthRun) {
    this.#run = run;
    for (const { shard, caseIds } of run.shards) for (const id of caseIds) this.#shardOf.set(id, shard);
  }

  async of(modelId: string, caseId: string): Promise<Screening[]> {
    const { store, record } = this.#run;
    const shard = this.#shardOf.get(caseId);
    const key = shard === undefined ? undefined : runKeys.screenings(modelId, shard);
    const found = key === undefined ? undefined : (await this.#read(key)).get(caseId);
    if (found?.length === record.protocol.repeats) return found;
    throw new ArtifactError(
      `Cannot score case "${caseId}" again: its answers are not in ${store.describe('')}`,
    );
  }

  async #read(key: string): Promise<Map<string, Screening[]>> {
    let shard = this.#held.get(key);
    if (shard !== undefined) return shard;
    const screenings = (await readScreenings(this.#run.store, key)) ?? [];
    shard = Map.groupBy(screenings, ({ caseId }) => caseId);
    const most = shardsHeld * this.#run.record.models.length;
    if (this.#held.size >= most) this.#held.delete(this.#held.keys().next().value!);
    this.#held.set(key, shard);
    return shard;
  }
}
