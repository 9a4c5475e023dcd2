import { excerpt, InputError } from '../../datasets/errors.ts';
import type { BedrockModel, LambdaModel } from '../../evals/suite-model.ts';
import { euRegions, modelFunctions, ownModelKinds } from '../cloud-names.ts';

/** With a version or alias. An ARN may be of another account. */
const ownFunction = new RegExp(`^${modelFunctions}[\\w-]+(?::[$\\w-]+)?$`, 'u');

/**
 * Refuses models that the installation's roles let nobody call: denied calls would count as the model's own failures.
 * @param own the installation's region; undefined where there is no such bound
 * @throws {InputError}
 */
export function requireGranted(
  entry: BedrockModel | LambdaModel,
  field: string,
  own: string | undefined,
): void {
  if (own === undefined) return;
  const { region } = entry;
  if (region !== own) {
    throw new InputError({
      field: `${field}.region`,
      is: `"${region}"`,
      expected: `"${own}", where this installation is: it may call models in no other`,
    });
  }
  if (entry.adapter === 'bedrock' && entry.outsideEu) {
    throw new InputError({
      field: `${field}.outsideEu`,
      is: 'true',
      expected: 'false: this installation may call models on Bedrock within the EU alone',
      mend: 'Take the model’s EU profile (`eu.…`), or ask it from the command line.',
    });
  }
  if (
    entry.adapter === 'bedrock' &&
    entry.modelId.startsWith('arn:') &&
    !grantedArn(own).test(entry.modelId)
  ) {
    throw new InputError({
      field: `${field}.modelId`,
      is: `"${excerpt(entry.modelId)}"`,
      expected: `an ARN in "${own}", where this installation is, of a kind that it may call: inference-profile, foundation-model, ${ownModelKinds.join(', ')}`,
    });
  }
  if (entry.adapter === 'lambda' && !ownFunction.test(entry.functionName)) {
    throw new InputError({
      field: `${field}.functionName`,
      is: `"${excerpt(entry.functionName)}"`,
      expected: `a name that begins with "${modelFunctions}": this installation may call no other function`,
      mend: 'Deploy the model in this account under such a name, and name it without its ARN.',
    });
  }
}

/** Of a foundation model the roles give every region of the EU, since a profile may lead there. */
function grantedArn(own: string): RegExp {
  const anywhere = `(?:${euRegions.join('|')})::foundation-model`;
  return new RegExp(
    `^arn:aws:bedrock:(?:${anywhere}|${own}:\\d*:(?:inference-profile|${ownModelKinds.join('|')}))/`,
    'u',
  );
}
