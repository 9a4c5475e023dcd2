import { round } from './draw.ts';
import { baseLevelM } from './drawings/terrain.ts';
import type { World } from './world.ts';

/** Sets each floor a little over the natural terrain where its building stands; an extension has its house's floor. */
export function settleFloors(world: World): void {
  const main = world.buildings.filter(({ use }) => use !== 'outbuilding');
  const joined = main.some(({ use }) => use === 'extension');
  const highest = Math.max(...main.map((building) => baseLevelM(world, building)));
  for (const building of world.buildings) {
    const base = joined && building.use !== 'outbuilding' ? highest : baseLevelM(world, building);
    building.floorLevelM = round(base + (building.use === 'outbuilding' ? 0.05 : 0.15), 2);
  }
}
