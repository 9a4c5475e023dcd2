import type { Facts } from '../facts.ts';
import { planePoints } from '../geometry.ts';
import type { Draft, DraftDefect } from '../project.ts';
import { built, regulates } from './building-right.ts';
import { hair } from './hair.ts';
import { inStrip } from './near-boundary.ts';

/** @source BR18 § 176 */
export function heightBreach(draft: Draft, facts: Facts): DraftDefect[] {
  const types = [
    'enfamiliehus_ny',
    'tilbygning',
    'etagebolig',
    'erhverv_lager',
    'raekkehus_dobbelthus',
    'sekundaer_over_50',
  ];
  if (!types.includes(draft.caseType) || facts.bygningstype === 'sommerhus') return [];
  const high = !regulates(draft, ['bygningshøjde']) && built(draft).some(({ ridgeM }) => ridgeM > 8.5 + hair);
  const many = !regulates(draft, ['etager']) && built(draft).some(({ storeys }) => storeys > 2);
  if (!high && !many) return [];
  return [
    {
      code: 'hoejde_etager_over_byggeret',
      topics: ['height'],
      fields: many ? ['etager', 'max_hoejde_m'] : ['max_hoejde_m'],
      note: `${Math.max(...built(draft).map(({ ridgeM }) => ridgeM))} m og ${facts.etager} etager mod 8,50 m og 2.`,
    },
  ];
}

/** @source BR18 § 177, nr. 1; an outbuilding that keeps to § 181 is free of it (§ 180, stk. 2) */
export function planeBreach(draft: Draft, facts: Facts): DraftDefect[] {
  const { world, caseType } = draft;
  if (!['enfamiliehus_ny', 'tilbygning', 'sekundaer_over_50', 'raekkehus_dobbelthus'].includes(caseType))
    return [];
  const type = facts.primaer_type ?? facts.bygningstype;
  if (type !== 'enfamiliehus_fritliggende' && type !== 'dobbelthus_lodret') return [];
  const points = built(draft)
    .filter((building) => building.use !== 'outbuilding' || !inStrip(world, building, 2.5))
    .flatMap((building) => planePoints(world, building));
  const over = points.filter(({ heightM, distanceM }) => heightM > 1.4 * distanceM + 0.005);
  if (over.length === 0) return [];
  const { heightM, distanceM } = over[0]!;
  return [
    {
      code: 'skraat_hoejdegraenseplan',
      topics: ['height', 'distance'],
      fields: ['afstand_nabo_m', 'max_hoejde_m'],
      note: `${heightM} m høj ${distanceM} m fra skel; 1,4 x ${distanceM} = ${(1.4 * distanceM).toFixed(2)} m.`,
    },
  ];
}
