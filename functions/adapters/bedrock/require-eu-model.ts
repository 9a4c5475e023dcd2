import { InputError } from '../../../datasets/errors.ts';
import type { BedrockModel } from '../../../evals/suite-model.ts';
import { isEuRegion, requireEuRegion } from '../aws/require-eu-region.ts';

/** An ARN of Bedrock: its region, and the kind and name of the resource. */
const arn = /^arn:[a-z-]+:bedrock:([a-z0-9-]+):\d*:([a-z-]+)\/(.+)$/u;

/**
 * What runs in the region of its ARN. Of the other kinds that can be called (`application-inference-profile`,
 * `prompt-router`, `prompt` …) the ARN does not tell where the model runs.
 * @source docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html, `modelId`
 */
const boundToRegion = [
  'foundation-model',
  'custom-model',
  'custom-model-deployment',
  'imported-model',
  'provisioned-model',
];

/**
 * Cases stay in the EU by default: the request goes to a region there, and the model is an inference profile that
 * routes within the EU, or of a kind that runs in the region of its ARN, in a region of the EU.
 * @throws {InputError} naming the field
 */
export function requireEuModel({ modelId, region, outsideEu }: BedrockModel, field: string): void {
  requireEuRegion({ region, outsideEu }, field);
  if (outsideEu || modelId.startsWith('eu.') || isEuArn(modelId)) return;
  const [, arnRegion, kind] = arn.exec(modelId) ?? [];
  const hidden = isEuRegion(arnRegion) && kind !== 'inference-profile';
  throw new InputError({
    field: `${field}.modelId`,
    is: hidden
      ? `the ARN of a kind (${kind}) that does not tell where the model runs`
      : `"${modelId}", which is no inference profile of the EU`,
    expected: 'an id that begins with "eu.", or the ARN of a model in a region of the EU',
    mend: hidden
      ? `Name what it routes to: an EU profile (\`eu.…\`), or a model's own ARN (\`arn:aws:bedrock:${region}::foundation-model/…\`); or, if cases may leave the EU or you know that it stays there, say \`outsideEu: true\`.`
      : `Take the model's EU profile (\`eu.…\`), or its ARN in one region (\`arn:aws:bedrock:${region}::foundation-model/…\`); or, if cases may leave the EU, say \`outsideEu: true\`.`,
  });
}

/** A system profile's name tells where it routes. */
function isEuArn(modelId: string): boolean {
  const [, region, kind = '', name = ''] = arn.exec(modelId) ?? [];
  if (!isEuRegion(region)) return false;
  return kind === 'inference-profile' ? name.startsWith('eu.') : boundToRegion.includes(kind);
}
