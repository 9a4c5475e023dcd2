import type { Case } from '../datasets/case.ts';
import type { Result } from '../evals/artifacts.ts';
import { type HeldBack, holdBack } from '../evals/statistics/hold-back.ts';

/** Which municipalities a report names; its tables, files and cases name no other. */
export interface Municipalities {
  shown: ReadonlySet<string>;
  /** How many have figures that are not shown: few cases, or to protect those. */
  heldBack: number;
}

/**
 * The municipalities of a result that may be shown, by the rule of the check-in (`holdBack`). The result does not say how
 * many cases each has; counted are those that F1 of any model says something about, which are never more.
 */
export function municipalitiesOf({ models }: Pick<Result, 'models'>): Municipalities {
  const cases = new Map<string, number>();
  for (const { slices } of models) {
    for (const { id, f1 } of slices.municipality) cases.set(id, Math.max(cases.get(id) ?? 0, f1.cases));
  }
  const held: ReadonlyMap<string, HeldBack> = holdBack(
    [...cases].map(([id, count]) => ({ id, cases: count })),
  );
  return {
    shown: new Set([...cases].filter(([id, count]) => count > 0 && !held.has(id)).map(([id]) => id)),
    heldBack: held.size,
  };
}

/** The result without the figures of municipalities that are held back. The same where it is done again. */
export function withoutSmallMunicipalities(result: Result): Result {
  const { shown } = municipalitiesOf(result);
  const models = result.models.map((model) => {
    const municipality = model.slices.municipality.filter(({ id }) => shown.has(id));
    return { ...model, slices: { ...model.slices, municipality } };
  });
  return { ...result, models };
}

/** A case as it may be shown: without the name of a municipality that is held back. */
export function maskMunicipality<T extends { case: Case }>(
  { shown }: Municipalities,
  material: T,
  held: string,
): T {
  if (shown.has(material.case.municipality)) return material;
  return { ...material, case: { ...material.case, municipality: held } };
}
