import type { Drawing } from '../../datasets/synthesis/drawings/drawing.ts';
import { drawFacades } from '../../datasets/synthesis/drawings/facades.ts';
import { drawFloorPlan } from '../../datasets/synthesis/drawings/floor-plan.ts';
import { drawSection } from '../../datasets/synthesis/drawings/section.ts';
import type { Sheet } from '../../datasets/synthesis/drawings/sheet.ts';
import { drawSituationPlan } from '../../datasets/synthesis/drawings/situation-plan.ts';
import type { World } from '../../datasets/synthesis/world.ts';

/** Every kind of drawing of a world, of its first new building where there is one. */
export function drawAll(
  world: World,
  sheet: Sheet,
): Record<'situation' | 'plan' | 'section' | 'facades', Drawing> {
  const building = world.buildings.find(({ state }) => state === 'new') ?? world.buildings[0]!;
  return {
    situation: drawSituationPlan(world, sheet),
    plan: drawFloorPlan(world, building, sheet, 'new'),
    section: drawSection(world, building, sheet),
    facades: drawFacades(world, building, sheet),
  };
}
