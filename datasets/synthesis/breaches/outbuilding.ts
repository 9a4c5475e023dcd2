import type { Facts } from '../facts.ts';
import type { Draft, DraftDefect } from '../project.ts';
import { hair } from './hair.ts';
import { inStrip, neighbourSides } from './near-boundary.ts';

/** @source BR18 § 181 */
export function stripBreaches(draft: Draft, facts: Facts): DraftDefect[] {
  const { world } = draft;
  if (!['sekundaer_over_50', 'enfamiliehus_ny', 'raekkehus_dobbelthus'].includes(draft.caseType)) return [];
  const outbuildings = world.buildings.filter(({ use }) => use === 'outbuilding');
  const fresh = outbuildings.filter(({ state }) => state === 'new');
  const found: DraftDefect[] = [];
  const isNew = fresh.some((building) => neighbourSides(world, building, 2.5).length > 0);
  const high = fresh.filter((building) => inStrip(world, building, 2.5) && building.ridgeM > 2.5 + hair);
  if (high.length > 0) {
    found.push({
      code: 'sekundaer_hoejde_skelbraemme',
      topics: ['height', 'distance'],
      fields: draft.caseType === 'sekundaer_over_50' ? ['max_hoejde_m', 'afstand_nabo_m'] : [],
      note: `${high[0]!.name} er ${high[0]!.ridgeM} m høj i skelbræmmen; højst 2,5 m.`,
    });
  }
  const length = outbuildings.reduce(
    (sum, building) => sum + Math.max(0, ...neighbourSides(world, building, 2.5).map((each) => each.length)),
    0,
  );
  if (isNew && length > 12 + hair) {
    found.push({
      code: 'sekundaer_laengde_skel',
      topics: ['distance', 'areas'],
      fields: draft.caseType === 'sekundaer_over_50' ? ['laengde_m'] : [],
      types: ['situationsplan', 'ansoegning', 'beskrivelse', 'tegningssaet'],
      note: `Sider mod skel i alt ${length.toFixed(2)} m; højst 12,0 m.`,
    });
  }
  const open = fresh.some((building) =>
    neighbourSides(world, building, 2.5).some(({ side }) =>
      building.openings.some((opening) => opening.side === side),
    ),
  );
  if (open)
    found.push({
      code: 'sekundaer_aabning_skel',
      topics: ['drawing'],
      fields: [],
      types: ['facade', 'plantegning_ny', 'tegningssaet'],
      note: `${facts.bygningsnavn}: åbning i den side, der vender mod skel.`,
    });
  return found;
}
