import type { Result } from '../../evals/artifacts.ts';
import type { Consent } from '../../evals/publishing/consent.ts';
import { extractModel } from '../../evals/publishing/extract-model.ts';
import { publicationKeys } from '../../evals/publishing/publication-keys.ts';
import { findUntold } from './gate-publication.ts';

/**
 * Models of which the anonymisation gate finds something in what would be published: codes of findings and the words of a consent
 * are a vendor's own, and what one of them writes must not keep the others' figures from being shown.
 */
export function findUnfitModels(
  models: Result['models'],
  consents: ReadonlyMap<string, Consent>,
  card: object,
): string[] {
  return models
    .filter((each) => {
      const text = JSON.stringify({
        model: extractModel(each),
        consent: consents.get(each.model.id) ?? null,
      });
      return findUntold(new Map([[publicationKeys.result, text]]), card).length > 0;
    })
    .map(({ model }) => model.id);
}
