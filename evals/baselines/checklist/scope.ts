import type { Facts } from './reading/facts.ts';

/** True where the work is outbuildings only and those on the plot together are at most 50 m² (BR18 § 493, stk. 2). */
export function outbuildingsExemptFromFireClass(facts: Facts): boolean {
  if (facts.buildingType !== 'outbuilding') return false;
  return (outbuildingsInAllM2(facts) ?? Number.POSITIVE_INFINITY) <= 50;
}

/** True where the work is one outbuilding of at most 50 m² (BR18 § 489, stk. 2). */
export function outbuildingExemptFromStructureClass(facts: Facts): boolean {
  if (facts.buildingType !== 'outbuilding') return false;
  return (newOutbuildingM2(facts) ?? Number.POSITIVE_INFINITY) <= 50;
}

export function outbuildingsInAllM2(facts: Facts): number | undefined {
  return facts.fields.number('sekundaert_areal_m2') ?? newOutbuildingM2(facts);
}

/** The area of what is built now. */
export function newOutbuildingM2(facts: Facts): number | undefined {
  const { fields } = facts;
  const stated = fields.number('areal_m2');
  if (stated !== undefined) return stated;
  const all = fields.number('sekundaert_areal_m2');
  if (all !== undefined && fields.number('eksisterende_sekundaer_m2') !== undefined)
    return all - (fields.number('eksisterende_sekundaer_m2') ?? 0);
  const length = fields.number('laengde_m');
  const width = fields.number('bredde_m');
  return length !== undefined && width !== undefined ? length * width : all;
}

/** The least stated distances, in metres: the form's, else the documents'. */
export function leastDistances(facts: Facts): { neighbour: number | undefined; road: number | undefined } {
  const { fields } = facts;
  const read = (to: string): number | undefined => {
    const values = facts.distances
      .filter((item) => item.to === to && item.about !== 'existing' && item.about !== 'raised')
      .map((item) => item.value);
    return values.length > 0 ? Math.min(...values) : undefined;
  };
  const neighbour = fields.number('afstand_nabo_m') ?? read('neighbour');
  const path = fields.number('afstand_sti_m') ?? read('path');
  const least = Math.min(neighbour ?? Number.POSITIVE_INFINITY, path ?? Number.POSITIVE_INFINITY);
  return {
    neighbour: Number.isFinite(least) ? least : undefined,
    road: fields.number('afstand_vej_m') ?? read('road'),
  };
}

/** Greatest height over terrain, in metres: the form's, else the only one that the drawings state. */
export function greatestHeight(facts: Facts): number | undefined {
  const stated = facts.fields.number('max_hoejde_m') ?? facts.fields.number('tag_hoejde_m');
  if (stated !== undefined) return stated;
  const values = facts.heights
    .filter((height) => height.of === 'building' && height.about !== 'existing' && height.about !== 'raised')
    .map((height) => height.value);
  return values.length > 0 && Math.max(...values) - Math.min(...values) <= 0.05 ? values[0] : undefined;
}

/** Main types of a building in which one or two families live. */
export const familyHomes = new Set(['detached', 'twoFamily', 'semiDetached', 'terraced', 'holidayHome']);
