import { round } from '../draw.ts';
import { groundArea } from '../geometry.ts';
import type { Draft } from '../project.ts';

/** Of § 170, in per cent, by case type. */
export const ratioLimits: Partial<Record<string, number>> = {
  enfamiliehus_ny: 30,
  tilbygning: 30,
  sommerhus: 15,
  raekkehus_dobbelthus: 40,
  etagebolig: 60,
  erhverv_lager: 45,
};

/** Draws the plot in until its ratio is this many per cent. @returns false where the plot would have to grow, or is too small for it */
export function enlarge(draft: Draft, percent: number): boolean {
  const main = draft.world.buildings.find(({ use, state }) => use === 'primary' && state !== 'demolished');
  if (main === undefined) return false;
  const standing = draft.world.buildings.filter(
    ({ use, state }) => use !== 'outbuilding' && state !== 'demolished',
  );
  const area = standing.reduce(
    (sum, { footprint, storeys }) => sum + footprint.widthM * footprint.depthM * storeys,
    0,
  );
  const outbuildings = draft.world.buildings
    .filter(({ use }) => use === 'outbuilding')
    .reduce((sum, each) => sum + groundArea(each), 0);
  const type = draft.known.primaer_type ?? draft.known.bygningstype ?? '';
  const homes = Math.max(1, draft.known.antal_boliger ?? 1);
  const free = ['enfamiliehus_fritliggende', 'dobbelthus_lodret', 'sommerhus'].includes(type)
    ? 50 * homes
    : ['raekkehus', 'etagebolig'].includes(type)
      ? 20 * homes
      : area / 4;
  const counted = area + Math.max(0, outbuildings - free);
  return fitPlot(
    draft,
    counted / (percent / 100),
    (draft.caseType === 'sommerhus' ? 5.1 : 2.6) + (main.storeys > 1 ? 2.5 : 0.6),
  );
}

/** Draws the plot's boundaries in to this area: main buildings move to `slack` from the origin's sides, outbuildings keep to their corner. */
function fitPlot(draft: Draft, target: number, slack: number): boolean {
  const { plot, buildings } = draft.world;
  const mains = buildings.filter(({ use }) => use !== 'outbuilding');
  const [left, low] = [
    Math.min(...mains.map(({ footprint }) => footprint.xM)),
    Math.min(...mains.map(({ footprint }) => footprint.yM)),
  ];
  for (const { footprint } of mains) {
    footprint.xM = round(footprint.xM - Math.max(0, left - slack), 2);
    footprint.yM = round(footprint.yM - Math.max(0, low - slack), 2);
  }
  const minWidth = Math.max(...mains.map(({ footprint }) => footprint.xM + footprint.widthM)) + slack;
  const minDepth = Math.max(...mains.map(({ footprint }) => footprint.yM + footprint.depthM)) + slack;
  let depth = Math.max(minDepth, Math.sqrt((target * plot.depthM) / plot.widthM));
  let width = target / depth;
  if (width < minWidth) {
    width = minWidth;
    depth = target / minWidth;
  }
  if (depth < minDepth || width > plot.widthM + 1 || depth > plot.depthM + 1) return false;
  for (const { use, footprint } of buildings) {
    if (use !== 'outbuilding') continue;
    if (footprint.yM > plot.depthM / 2) footprint.yM = round(footprint.yM - plot.depthM + round(depth, 2), 2);
    if (footprint.xM > plot.widthM / 2) footprint.xM = round(footprint.xM - plot.widthM + round(width, 2), 2);
  }
  plot.depthM = round(depth, 2);
  plot.widthM = round(width, 2);
  return true;
}
