import type { Random } from '../../evals/statistics/random.ts';
import type { Transformation } from './transformation.ts';

/** The documents in any other order, each as likely; their ids stay. */
export const documentOrder: Transformation = {
  id: 'document-order',
  titleDa: 'Bilagene i en anden rækkefølge',
  titleEn: 'Documents in another order',
  apply(original, random) {
    if (original.documents.length < 2) return null;
    for (;;) {
      const documents = shuffle(original.documents, random);
      if (documents.some((document, at) => document !== original.documents[at]))
        return { ...original, documents };
    }
  },
};

/** A copy in any order, each as likely (Fisher and Yates). */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const at = random.below(last + 1);
    [shuffled[last], shuffled[at]] = [shuffled[at]!, shuffled[last]!];
  }
  return shuffled;
}
