import { InputError } from '../../../datasets/errors.ts';
import { euRegions } from '../../cloud-names.ts';

export function isEuRegion(region: string | undefined): boolean {
  return euRegions.some((name) => name === region);
}

/**
 * `field`: of the suite, `models[0]`.
 * @throws {InputError} where cases would be sent to a region outside the EU and the suite does not say so
 */
export function requireEuRegion(
  { region, outsideEu }: { region: string; outsideEu: boolean },
  field: string,
): void {
  if (outsideEu || isEuRegion(region)) return;
  throw new InputError({
    field: `${field}.region`,
    is: `"${region}", which lies outside the EU`,
    expected: `a region in the EU: ${euRegions.join(', ')}`,
    mend: 'Choose one of these; or, if cases may leave the EU, say `outsideEu: true` in the suite.',
  });
}
