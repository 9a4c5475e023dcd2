import type { DocumentKind } from '../document-kind.ts';
import { authority } from './authority.ts';
import { buildingRegister } from './building-register.ts';
import { fireStatement, structureStatement } from './classes.ts';
import { technicalDeclaration } from './declaration.ts';
import { dispensation } from './dispensation.ts';
import { facades, floorPlan, section, situationPlan } from './drawings.ts';
import { insuranceOffer } from './insurance.ts';

/** All types of documents that are checked. */
export const kinds: readonly DocumentKind[] = [
  authority,
  situationPlan,
  floorPlan,
  section,
  facades,
  fireStatement,
  structureStatement,
  technicalDeclaration,
  insuranceOffer,
  dispensation,
  buildingRegister,
];
