import { InputError } from '../../../datasets/errors.ts';

/** AWS regions in member states. London (eu-west-2) and Zurich (eu-central-2) are named eu-* and lie outside the EU. */
const euRegions = ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'];

export function isEuRegion(region: string | undefined): boolean {
  return region !== undefined && euRegions.includes(region);
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
