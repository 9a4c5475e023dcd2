import { InputError } from '../../../datasets/errors.ts';
import type { BedrockModel } from '../../../evals/suite-model.ts';
import { isEuRegion, requireEuRegion } from '../aws/require-eu-region.ts';

/** An ARN of Bedrock: its region, and the kind and name of the resource. */
const arn = /^arn:[a-z-]+:bedrock:([a-z0-9-]+):\d*:([a-z-]+)\/(.+)$/u;

/**
 * Cases stay in the EU by default: the request goes to a region there, and the model is an inference profile that
 * routes within the EU, or a resource in a region of the EU that does not route out of it.
 * @throws {InputError} naming the field
 */
export function requireEuModel({ modelId, region, outsideEu }: BedrockModel, field: string): void {
  requireEuRegion({ region, outsideEu }, field);
  if (outsideEu || modelId.startsWith('eu.') || isEuArn(modelId)) return;
  throw new InputError({
    field: `${field}.modelId`,
    is: `"${modelId}", which is no inference profile of the EU`,
    expected: 'an id that begins with "eu.", or an ARN in a region of the EU',
    mend: `Take the model's EU profile (\`eu.…\`), or its ARN in one region (\`arn:aws:bedrock:${region}::foundation-model/…\`); or, if cases may leave the EU, say \`outsideEu: true\`.`,
  });
}

/** A system profile's name tells where it routes; the other kinds stay with their region or what they were made of. */
function isEuArn(modelId: string): boolean {
  const [, region, kind, name = ''] = arn.exec(modelId) ?? [];
  return isEuRegion(region) && (kind !== 'inference-profile' || name.startsWith('eu.'));
}
