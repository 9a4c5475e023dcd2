import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import type { Case } from '../../../datasets/case.ts';
import type { BlobStore, Model } from '../../../evals/ports.ts';
import { buildCaseText, type PromptContext } from '../../../evals/prompts/build-prompt.ts';
import type { BedrockModel } from '../../../evals/suite-model.ts';
import { translateAwsError } from '../aws/translate-aws-error.ts';
import { attachFiles } from './attach-files.ts';
import { buildConverseInput } from './build-converse-input.ts';
import { describeBedrockModel } from './describe-bedrock-model.ts';
import { readConverseAnswer } from './read-converse-answer.ts';

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

/**
 * A model on Amazon Bedrock, asked through Converse: whole answers, no streaming. Credentials and, for tests, the
 * endpoint are the AWS SDK's own (`AWS_PROFILE`, `AWS_ENDPOINT_URL_BEDROCK_RUNTIME`, …).
 * @throws {InputError} where the model or region lies outside the EU and the suite does not say so
 */
export function createBedrockModel(entry: BedrockModel, options: BedrockOptions): MadeBedrockModel {
  const { modelId, region } = entry;
  const described = describeBedrockModel(entry, options, options.field);
  const { id, version, fingerprint, instructions, inputText } = described;
  const client = new BedrockRuntimeClient({ region, maxAttempts: 1 });
  const target = `the Bedrock model "${modelId}" in ${region}`;
  return {
    fingerprint,
    inputText,
    model: {
      id,
      version,
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
