import { houseDistance } from './breaches/distance.ts';
import { heightBreach, planeBreach } from './breaches/height.ts';
import { holidayBreaches } from './breaches/holiday-home.ts';
import { planBreaches } from './breaches/local-plan.ts';
import { stripBreaches } from './breaches/outbuilding.ts';
import { ratioBreach } from './breaches/plot-ratio.ts';
import { raisedBreach } from './breaches/raised-area.ts';
import { roadLine, roofDistance } from './breaches/thatch-and-road-line.ts';
import type { Facts } from './facts.ts';
import type { Draft, DraftDefect } from './project.ts';

/** What is wrong with the world itself, whatever the documents say of it: the defects of the building right and of the plan. */
export function breachesOf(draft: Draft, facts: Facts): DraftDefect[] {
  return [
    ...ratioBreach(draft, facts),
    ...heightBreach(draft, facts),
    ...planeBreach(draft, facts),
    ...houseDistance(draft, facts),
    ...holidayBreaches(draft, facts),
    ...stripBreaches(draft, facts),
    ...raisedBreach(draft, facts),
    ...roofDistance(draft, facts),
    ...planBreaches(draft, facts),
    ...roadLine(draft, facts),
  ];
}
