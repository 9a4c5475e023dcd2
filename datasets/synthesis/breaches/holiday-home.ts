import type { Facts } from '../facts.ts';
import type { Draft, DraftDefect } from '../project.ts';
import { built } from './building-right.ts';
import { distanceBreach } from './distance.ts';
import { hair } from './hair.ts';
import { neighbourSides } from './near-boundary.ts';

/** @source BR18 §§ 178, 182-183 */
export function holidayBreaches(draft: Draft, facts: Facts): DraftDefect[] {
  if (draft.caseType !== 'sommerhus') return [];
  const homes = built(draft).filter(({ use }) => use === 'primary');
  const found = distanceBreach(draft, homes, 'sommerhus_afstand', {
    neighbour: [5, 'br18/178//4'],
    road: [2.5, 'br18/178//5'],
  });
  const citations = [
    ...(homes.some(({ ridgeM }) => ridgeM > 5 + hair) ? ['br18/178//2'] : []),
    ...(homes.some(({ storeys }) => storeys > 1) ? ['br18/178//1'] : []),
    ...(homes.some(({ eavesM }) => eavesM > 3 + hair) ? ['br18/178//3'] : []),
  ];
  if (citations.length > 0) {
    found.push({
      code: 'sommerhus_hoejde_etager',
      citations,
      topics: ['height'],
      fields: ['tag_hoejde_m', 'max_hoejde_m', 'ydervaeg_langside_min_m', 'etager'],
      note: `Tag ${facts.tag_hoejde_m} m, ydervæg ${facts.ydervaeg_langside_min_m} m; højst 5,0 og 3,0 m.`,
    });
  }
  return [...found, ...holidayStrip(draft)];
}

function holidayStrip(draft: Draft): DraftDefect[] {
  const citations = new Set<string>();
  let length = 0;
  for (const building of built(draft).filter(({ use }) => use === 'outbuilding')) {
    const near = neighbourSides(draft.world, building, 5);
    if (near.length === 0) continue;
    if (near.some(({ metres }) => metres < 2.5 - hair)) citations.add('br18/182/2');
    else if (building.ridgeM > 2.5 + hair) citations.add('br18/183//1');
    length += Math.max(...near.map(({ length: long }) => long));
    if (building.openings.some(({ side }) => near.some((each) => each.side === side)))
      citations.add('br18/183//3');
  }
  if (length > 12 + hair) citations.add('br18/183//2');
  if (citations.size === 0) return [];
  return [
    {
      code: 'sommerhus_sekundaer_skelbraemme',
      citations: [...citations],
      topics: ['distance', 'height'],
      fields: [],
      types: ['situationsplan', 'snit', 'facade'],
      note: 'Sekundær bygning ved sommerhus inden for 5,0 m fra skel.',
    },
  ];
}
