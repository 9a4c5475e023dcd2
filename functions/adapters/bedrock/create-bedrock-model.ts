import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import type { Case } from '../../../datasets/case.ts';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import type { BlobStore, Model } from '../../../evals/ports.ts';
import { buildCaseText, buildInstructions, type PromptContext } from '../../../evals/prompts/build-prompt.ts';
import type { BedrockModel } from '../../../evals/suite-model.ts';
import { translateAwsError } from '../aws/translate-aws-error.ts';
import { attachFiles } from './attach-files.ts';
import { buildConverseInput } from './build-converse-input.ts';
import { idOfModel, versionOfModel } from './name-model.ts';
import { readConverseAnswer } from './read-converse-answer.ts';
import { requireEuModel } from './require-eu-model.ts';

export interface BedrockOptions extends PromptContext {
  /** The data set's folder, where files lie under `files/<sha256>`. */
  datasetStore: BlobStore;
  /** Of the suite: `models[0]`. */
  field: string;
}

export interface MadeBedrockModel {
  model: Model;
  fingerprint: string;
  inputText: (caseShown: Case) => string;
}

/** Raised where the same prompt would go out in another form: other blocks, other packing of files. */
const requestForm = 1;

/**
 * A model on Amazon Bedrock, asked through Converse: whole answers, no streaming. Credentials and, for tests, the
 * endpoint are the AWS SDK's own (`AWS_PROFILE`, `AWS_ENDPOINT_URL_BEDROCK_RUNTIME`, …).
 * @throws {InputError} where the model or region lies outside the EU and the suite does not say so
 */
export function createBedrockModel(entry: BedrockModel, options: BedrockOptions): MadeBedrockModel {
  requireEuModel(entry, options.field);
  const { modelId, region, maxTokens, temperature, answer } = entry;
  const instructions = buildInstructions(entry.prompt, options);
  const client = new BedrockRuntimeClient({ region, maxAttempts: 1 });
  const target = `the Bedrock model "${modelId}" in ${region}`;
  return {
    fingerprint: canonicalHash({
      ...{ requestForm, modelId, region, maxTokens, temperature, answer },
      prompt: instructions.sha256,
    }),
    // With the tool that the answer comes through: it is read, and paid for, like the rest.
    inputText: (caseShown) => {
      const tool = answer === 'tool' ? [JSON.stringify(instructions.schema)] : [];
      return [...tool, instructions.system, buildCaseText(caseShown, options)].join('\n\n');
    },
    model: {
      id: entry.id ?? idOfModel(modelId),
      version: versionOfModel(modelId, instructions),
      async screen(caseShown, { signal }) {
        const files = await attachFiles(options.shown.files ? caseShown.files : [], options.datasetStore);
        const caseText = buildCaseText(caseShown, options, files.attachments);
        const command = new ConverseCommand(buildConverseInput(entry, instructions, caseText, files));
        const response = await client.send(command, { abortSignal: signal }).catch((error: unknown) => {
          throw translateAwsError(error, { target, action: 'bedrock:InvokeModel', sent: caseText, signal });
        });
        return readConverseAnswer(response, region);
      },
      close: async () => client.destroy(),
    },
  };
}
