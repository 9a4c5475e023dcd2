import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { BedrockModelSchema } from '../../evals/suite-model.ts';
import {
  createBedrockModel,
  type MadeBedrockModel,
} from '../../functions/adapters/bedrock/create-bedrock-model.ts';
import { createMemoryStore } from '../../functions/adapters/memory-store.ts';
import { smallTaxonomy } from './arbitraries.ts';
import { fakeAwsEnvironment, setAwsEnvironment } from './aws-environment.ts';
import { type ConverseHandler, startConverseServer } from './converse-server.ts';
import type { WireServer } from './wire-server.ts';

export const euModelId = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';

export const allShown = {
  fields: true,
  documents: true,
  files: true,
  localRules: true,
  taxonomy: true,
  catalogue: true,
};

export interface StartedBedrock extends MadeBedrockModel {
  server: WireServer;
  dispose(): Promise<void>;
}

/** A Bedrock model of these settings, asked through the real SDK, and the server that answers for Bedrock. */
export async function startBedrock(
  handler: ConverseHandler,
  settings: object = {},
  datasetStore: BlobStore = createMemoryStore(),
  environment: Record<string, string> = fakeAwsEnvironment,
): Promise<StartedBedrock> {
  const server = await startConverseServer(handler);
  const restore = setAwsEnvironment({ ...environment, AWS_ENDPOINT_URL_BEDROCK_RUNTIME: server.url });
  const made = await (async () =>
    createBedrockModel(BedrockModelSchema.parse({ adapter: 'bedrock', modelId: euModelId, ...settings }), {
      taxonomy: smallTaxonomy,
      catalogue: builtInCatalogue(),
      shown: allShown,
      datasetStore,
      field: 'models[0]',
    }))().catch(async (error: unknown) => {
    restore();
    await server.close();
    throw error;
  });
  return {
    ...made,
    server,
    async dispose() {
      await made.model.close?.();
      await server.close();
      restore();
    },
  };
}
