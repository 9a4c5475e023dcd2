import { type Consent, isHeld, isOwnBaseline, type Withdrawal } from '../../evals/publishing/consent.ts';
import type { ModelEntry } from '../../evals/scores/model-result.ts';

export interface ChosenModels {
  /** Whose consent holds. */
  in: Map<string, Consent>;
  /** Baselines of ours, which need none. */
  own: string[];
  out: string[];
}

/** Which models of a run may be shown. @param withdrawals consents that were taken back, whenever */
export function chooseModels(
  all: readonly { model: Pick<ModelEntry, 'id' | 'kind' | 'provenance'> }[],
  consents: readonly Consent[],
  withdrawals: readonly Withdrawal[],
): ChosenModels {
  const chosen: ChosenModels = { in: new Map(), own: [], out: [] };
  for (const { model } of all) {
    const consent = consents.find((each) => each.model === model.id);
    if (isOwnBaseline(model)) chosen.own.push(model.id);
    else if (consent !== undefined && isHeld(consent, withdrawals)) chosen.in.set(model.id, consent);
    else chosen.out.push(model.id);
  }
  return chosen;
}
