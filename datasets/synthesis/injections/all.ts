import { drawingAbsences } from './absences/drawings.ts';
import { safetyAbsences } from './absences/fire-and-structure.ts';
import { partyAbsences } from './absences/parties.ts';
import { statementAbsences } from './absences/statements.ts';
import { waterAndLandAbsences } from './absences/water-and-land.ts';
import { drawnInjections } from './drawn.ts';
import type { Injection } from './injection.ts';
import { holidayHomeNumbers } from './numbers/holiday-homes.ts';
import { houseNumbers } from './numbers/houses.ts';
import { outbuildingNumbers } from './numbers/outbuildings.ts';
import { requirementNumbers } from './numbers/requirements.ts';
import { planInjections } from './plans.ts';
import { relationInjections } from './relations.ts';
import { accessAndHeatingWords } from './words/access-and-heating.ts';
import { safetyWords } from './words/fire-and-structure.ts';
import { registerWords } from './words/registers.ts';
import { timingWords } from './words/timing.ts';

/** Every way to bring a defect in. Draws go by the place in this list: another order makes other cases of a seed. */
export const injections: readonly Injection[] = [
  // A document, a drawing's part or an entry is not there.
  ...partyAbsences,
  ...drawingAbsences,
  ...statementAbsences,
  ...safetyAbsences,
  ...waterAndLandAbsences,
  // Documents tell the same fact differently, or drawings otherwise than all else.
  ...relationInjections,
  ...drawnInjections,
  // A number in the world.
  ...houseNumbers,
  ...holidayHomeNumbers,
  ...outbuildingNumbers,
  ...requirementNumbers,
  // A word: a material, a use, a class, an entry of a register.
  ...safetyWords,
  ...accessAndHeatingWords,
  ...registerWords,
  ...timingWords,
  ...planInjections,
];
