import { z } from 'zod';
import { IdSchema } from '../datasets/case.ts';
import { PriceSchema } from './prices/price.ts';
import { PromptIdSchema } from './prompts/prompt-id.ts';
import { TransferSchema } from './scores/model-result.ts';

const common = { id: IdSchema.optional(), vendor: z.string().min(1).optional() };

/** What every model that is called over a network may say. */
const called = {
  ...common,
  /** Absent: a vendor's behind an endpoint, in-house otherwise. Never a baseline: cases are sent to it, and the report says so. */
  kind: z.enum(['in-house', 'vendor']).optional(),
  /** Calls in flight at most, and at the start. Absent: 4 at the start, 32 at most. Adapted to what the model bears. */
  concurrency: z.int().min(1).max(512).optional(),
  price: PriceSchema.optional(),
  /** Tokens of a usual answer, for an estimate. Absent: of one like the checklist's. */
  expectedOutputTokens: z.int().min(1).max(1_000_000).optional(),
  /** Needed before a data set that is not synthetic is sent. */
  transfer: TransferSchema.optional(),
};

/** A secret by reference. Its value stands nowhere in a suite. */
export const SecretReferenceSchema = z
  .string()
  .regex(
    /^(?:env:[A-Za-z_][A-Za-z0-9_]*|secretsmanager:[A-Za-z0-9/_+=.@:-]+(?:#[A-Za-z0-9_.-]+)?)$/u,
    'a reference: env:NAME, secretsmanager:NAME or secretsmanager:NAME#key',
  );

const AuthSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('apiKey'),
    /** The header that carries the key. */
    header: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,100}$/u, 'the name of a header, like x-api-key')
      .default('x-api-key'),
    key: SecretReferenceSchema,
  }),
  z.strictObject({ type: z.literal('bearer'), token: SecretReferenceSchema }),
  z.strictObject({
    type: z.literal('oauth2'),
    tokenUrl: z.url({ protocol: /^https?$/u }),
    clientId: SecretReferenceSchema,
    clientSecret: SecretReferenceSchema,
    scope: z.string().min(1).max(500).optional(),
  }),
]);
export type Auth = z.infer<typeof AuthSchema>;

/** A vendor's endpoint that meets the vendor contract (`openapi.json`). */
export const HttpModelSchema = z.strictObject({
  ...called,
  adapter: z.literal('http'),
  id: IdSchema,
  /** The vendor's version; an answer that names another is invalid. */
  version: z.string().min(1).max(200),
  url: z.url({ protocol: /^https?$/u }),
  auth: AuthSchema.optional(),
  /** How files go along: not, in the request, or by a link that expires. */
  files: z.enum(['none', 'inline', 'link']).default('inline'),
  /** For `files: link`: where the files lie. */
  fileLinks: z
    .strictObject({
      bucket: z.string().min(3).max(63),
      prefix: z.string().max(500).default(''),
      region: z.string().default('eu-central-1'),
      expiresSeconds: z.int().min(60).max(86_400).default(900),
    })
    .optional(),
});
export type HttpModel = z.infer<typeof HttpModelSchema>;

/** A model on Amazon Bedrock, through Converse. */
export const BedrockModelSchema = z.strictObject({
  ...called,
  adapter: z.literal('bedrock'),
  /** An inference profile or model: `eu.anthropic.claude-sonnet-4-5-20250929-v1:0`. */
  modelId: z.string().min(1).max(500),
  region: z
    .string()
    .regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/u, 'a region of AWS, like eu-central-1')
    .default('eu-central-1'),
  /** Must be said before a model or region outside the EU is used. */
  outsideEu: z.boolean().default(false),
  prompt: PromptIdSchema.default('screening-da-1-catalogue'),
  /** Answers cut at this length are invalid. */
  maxTokens: z.int().min(1).max(200_000).default(8000),
  /** null: not sent, for models that refuse it. */
  temperature: z.number().min(0).max(1).nullable().default(0),
  /** How the answer comes: through a tool that the model must use, or as text, for models that know no forced tools. */
  answer: z.enum(['tool', 'text']).default('tool'),
  /** The prompt's stable part is marked for the cache; false for models that refuse the mark. */
  promptCache: z.boolean().default(true),
});
export type BedrockModel = z.infer<typeof BedrockModelSchema>;

/** A model behind an AWS Lambda function in the municipality's own account, by the vendor contract. */
export const LambdaModelSchema = z.strictObject({
  ...called,
  adapter: z.literal('lambda'),
  id: IdSchema,
  version: z.string().min(1).max(200),
  /** Name or ARN. */
  functionName: z.string().min(1).max(170),
  region: z
    .string()
    .regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/u, 'a region of AWS, like eu-central-1')
    .default('eu-central-1'),
  /** Must be said before a region outside the EU is used. */
  outsideEu: z.boolean().default(false),
});
export type LambdaModel = z.infer<typeof LambdaModelSchema>;

/** Any provider that promptfoo can load, by its id: `openai:chat:gpt-5`, `ollama:chat:llama3`, `file://model.ts`. */
export const PromptfooModelSchema = z.strictObject({
  ...called,
  adapter: z.literal('promptfoo'),
  id: IdSchema,
  version: z.string().min(1).max(200),
  provider: z.string().min(1).max(500),
  /** Handed to the provider as its `config`. A value `env:NAME` or `secretsmanager:NAME` is resolved first. */
  config: z.record(z.string(), z.json()).default({}),
  prompt: PromptIdSchema.default('screening-da-1-catalogue'),
});
export type PromptfooModel = z.infer<typeof PromptfooModelSchema>;

/** A model to be run, by the adapter that reaches it. */
export const SuiteModelSchema = z.discriminatedUnion('adapter', [
  z.strictObject({
    ...common,
    kind: z.literal('baseline').optional(),
    adapter: z.enum(['silent', 'constant', 'checklist', 'nearest-case']),
  }),
  z.strictObject({
    ...common,
    /** Absent: a vendor's. */
    kind: z.enum(['baseline', 'in-house', 'vendor']).optional(),
    adapter: z.literal('replay'),
    /** A JSONL file of screenings, relative to the suite. */
    screenings: z.string().min(1),
    version: z.string().min(1).optional(),
  }),
  HttpModelSchema,
  BedrockModelSchema,
  LambdaModelSchema,
  PromptfooModelSchema,
]);
export type SuiteModel = z.infer<typeof SuiteModelSchema>;

/** A model that is asked over a network. */
export type CalledModel = HttpModel | BedrockModel | LambdaModel | PromptfooModel;

export function isCalled(entry: SuiteModel): entry is CalledModel {
  return ['http', 'bedrock', 'lambda', 'promptfoo'].includes(entry.adapter);
}
