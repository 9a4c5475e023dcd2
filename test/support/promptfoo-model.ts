import { resolve } from 'node:path';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { ProtocolSchema } from '../../evals/artifacts.ts';
import { type PromptfooModel, PromptfooModelSchema } from '../../evals/suite-model.ts';
import { createPromptfooModel } from '../../functions/adapters/promptfoo/create-promptfoo-model.ts';
import { createSecrets } from '../../functions/adapters/secrets.ts';
import type { Behaviour } from '../contract/model.ts';
import { smallTaxonomy } from './arbitraries.ts';
import type { ChatReply } from './openai-server.ts';

export interface PromptfooModelOptions {
  environment?: NodeJS.ProcessEnv;
  folder?: string;
  allowPrivate?: boolean;
}

export function makePromptfooModel(
  entry: Pick<PromptfooModel, 'provider'> & Partial<PromptfooModel>,
  {
    environment = {},
    folder = resolve(import.meta.dirname, '../support'),
    allowPrivate = true,
  }: PromptfooModelOptions = {},
) {
  return createPromptfooModel(
    PromptfooModelSchema.parse({ adapter: 'promptfoo', id: 'under-test', version: '1', ...entry }),
    {
      taxonomy: smallTaxonomy,
      catalogue: builtInCatalogue(),
      shown: ProtocolSchema.parse({}).shown,
      secrets: createSecrets(environment),
      folder,
      allowPrivate,
    },
  );
}

/** What a service in the OpenAI chat format replies, as the model contract wants it to behave. */
export function chatReplyOf(behaviour: Behaviour): ChatReply | undefined {
  switch (behaviour.kind) {
    case 'answers':
      return {
        content: JSON.stringify({ status: 'answered', outcome: 'deficient', findings: behaviour.findings }),
      };
    case 'abstains':
      return { content: '{"status":"abstained","findings":[]}' };
    case 'throttles':
      return {
        status: 429,
        headers: { 'retry-after': '2' },
        content: { error: { message: 'slow down', code: 'rate_limit_exceeded' } },
      };
    case 'fails':
      return { status: 500, content: { error: { message: 'internal' } } };
    case 'refuses':
      return { status: 400, content: { error: { message: 'no such model' } } };
    case 'babbles':
      return { content: 'Jeg kan desværre ikke finde sagen.' };
    case 'hangs':
      return undefined;
  }
}
