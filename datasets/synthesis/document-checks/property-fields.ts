import type { Scenario } from './scenario.ts';

/** What the applicant says of the property and the work: every drawing and statement is checked against it. */
export function propertyFields({ address, cadastreNo, district, work }: Scenario) {
  return { byggearbejde: work, adresse: address, matrikelnr: cadastreNo, ejerlav: district };
}
