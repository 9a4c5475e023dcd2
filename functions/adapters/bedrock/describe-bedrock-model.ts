import type { Case } from '../../../datasets/case.ts';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import {
  buildCaseText,
  buildInstructions,
  type Instructions,
  type PromptContext,
} from '../../../evals/prompts/build-prompt.ts';
import type { BedrockModel } from '../../../evals/suite-model.ts';
import { idOfModel, versionOfModel } from './name-model.ts';
import { requireEuModel } from './require-eu-model.ts';

/** Raised where the same prompt would go out in another form: other blocks, other packing of files. */
const requestForm = 1;

export interface DescribedBedrockModel {
  id: string;
  version: string;
  fingerprint: string;
  instructions: Instructions;
  /** What it would be sent for a case, without files. */
  inputText: (caseShown: Case) => string;
}

/**
 * What is known of a model on Bedrock before it is asked.
 * @param field of the suite: `models[0]`
 * @throws {InputError} where the model or region lies outside the EU and the suite does not say so
 */
export function describeBedrockModel(
  entry: BedrockModel,
  context: PromptContext,
  field: string,
): DescribedBedrockModel {
  requireEuModel(entry, field);
  const { modelId, region, maxTokens, temperature, answer } = entry;
  const instructions = buildInstructions(entry.prompt, context);
  return {
    id: entry.id ?? idOfModel(modelId),
    version: versionOfModel(modelId, instructions),
    fingerprint: canonicalHash({
      ...{ requestForm, modelId, region, maxTokens, temperature, answer },
      prompt: instructions.sha256,
    }),
    instructions,
    // With the tool that the answer comes through: it is read, and paid for, like the rest.
    inputText: (caseShown) => {
      const tool = answer === 'tool' ? [JSON.stringify(instructions.schema)] : [];
      return [...tool, instructions.system, buildCaseText(caseShown, context)].join('\n\n');
    },
  };
}
