import type { Signer } from '../../../evals/ports.ts';
import type { Withdrawal } from '../../../evals/publishing/consent.ts';
import { withModels } from '../../../evals/publishing/extract-publication.ts';
import type { PublishedRun } from '../../../evals/publishing/read-publication.ts';
import { writePublication } from './write-publication.ts';

/**
 * Takes models out of every publication that holds them: figures, counts and consent go, model and date of the
 * withdrawal stay.
 * @returns how many publications changed
 */
export async function withdrawModels(
  to: string,
  runs: readonly PublishedRun[],
  withdrawals: readonly Withdrawal[],
  signer: Signer,
): Promise<number> {
  let changed = 0;
  for (const { name, publication, result, counts } of runs) {
    const own = withdrawals.filter((each) =>
      publication.models.some(
        ({ id, consent }) => id === each.model && consent !== null && consent.date <= each.date,
      ),
    );
    if (own.length === 0) continue;
    const stays = (id: string) => own.every(({ model }) => model !== id);
    const models = result.models
      .map((each, at) => ({ result: each, counts: counts[at]! }))
      .filter((each) => stays(each.result.model.id));
    const files = {
      publication: {
        ...publication,
        models: publication.models.filter(({ id }) => stays(id)),
        withdrawn: [...publication.withdrawn.filter(({ model }) => stays(model)), ...own],
      },
      result: withModels(result, models),
      counts: models.map((model) => model.counts),
    };
    await writePublication(to, name, files, signer);
    changed += 1;
  }
  return changed;
}
